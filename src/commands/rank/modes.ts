import { UserError } from "../../errors.js";
import type { Context, Outcome } from "../context/context.js";
import type { RankingWishes } from "./clusters.js";

type Options = Readonly<Record<string, unknown>>;
type Mode = (context: Context, wanted: RankingWishes, options: Options) => Promise<Outcome>;

/** What `rank` does instead of listing the ranking, by the option that asks for it. */
const MODES: readonly { option: string; flag: string; run: Mode }[] = [
  {
    option: "finalize",
    flag: "--finalize",
    run: async (context, wanted, { force }) =>
      (await import("./finalize.js")).finalizeRanking(context, wanted, force === true),
  },
  {
    option: "whatIf",
    flag: "--what-if",
    run: async (context, wanted, { whatIf }) =>
      (await import("./what-if.js")).rankWhatIf(context, wanted, whatIf as string[]),
  },
  {
    option: "improvement",
    flag: "--improvement",
    run: async (context, wanted) => (await import("./improvement.js")).rankImprovement(context, wanted),
  },
  {
    option: "all",
    flag: "--all",
    run: async (context, wanted) => (await import("./all.js")).rankAll(context, wanted),
  },
];

/** The mode asked for, or null. Throws UserError when two are. */
export function chooseMode(options: Options): Mode | null {
  const [mode, other] = MODES.filter(({ option }) => options[option] !== undefined);
  if (mode !== undefined && (other !== undefined || options.csv !== undefined))
    throw new UserError(`Không dùng ${mode.flag} cùng với ${other?.flag ?? "--csv"}.`, "Chạy riêng từng lệnh.");
  return mode?.run ?? null;
}
