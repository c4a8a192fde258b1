import inquirer from "inquirer";

/** A prompt shown only when stdin and stderr are a terminal; each one has a flag that answers it instead. */
export interface Ask {
  text(question: { message: string; default?: string }): Promise<string>;
  select<T extends string>(question: { message: string; choices: { value: T; name: string }[] }): Promise<T>;
  confirm(question: { message: string; default: boolean }): Promise<boolean>;
}

/** Prompts on `output` (stderr, so that stdout stays the result). Loading this file loads inquirer. */
export function inquirerAsk(output: NodeJS.WritableStream): Ask {
  const prompt = inquirer.createPromptModule({ output });
  return {
    text: async ({ message, default: fallback }) => {
      const { answer } = await prompt([{ type: "input", name: "answer", message, default: fallback }]);
      return answer;
    },
    select: async ({ message, choices }) => {
      const theme = { style: { keysHelpTip: () => "↑↓ để chọn, Enter để đồng ý" } };
      const { answer } = await prompt([{ type: "select", name: "answer", message, choices, theme }]);
      return answer;
    },
    confirm: async ({ message, default: fallback }) => {
      const { answer } = await prompt([
        { type: "confirm", name: "answer", message: `${message} (y: có, n: không)`, default: fallback },
      ]);
      return answer;
    },
  };
}
