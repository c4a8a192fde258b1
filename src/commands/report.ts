import type { CommandSpec } from "./context.js";

export const reportCommand: CommandSpec = {
  name: "report",
  group: "Văn bản",
  summary: "soạn báo cáo tổng kết (.docx)",
  examples: [{ command: "thidua report", does: "báo cáo của cụm" }],
  run: async () => {
    throw new Error("being written");
  },
};
