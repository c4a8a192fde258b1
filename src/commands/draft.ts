import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ComposedDraft, DraftKind, DraftWishes } from "../documents/draft/draft.js";
import type { Missing } from "../documents/template/fill.js";
import { formatWhole } from "../domain/number.js";
import { decapitalize } from "../domain/upper-case.js";
import { UserError } from "../errors.js";
import { withDatabase } from "../store/open.js";
import { formatTable } from "../terminal/table.js";
import {
  absolutePath,
  type CommandSpec,
  type Context,
  chooseYear,
  type Outcome,
  shownPath,
  textOption,
} from "./context/context.js";
import { localTime } from "./context/local-time.js";
import { parseDateOption } from "./context/office.js";
import { readOfficeLaw, refuseLaw } from "./context/office-law.js";
import type { LoadedBlank } from "./draft/blank.js";
import { checkVotes } from "./draft/votes.js";
import { findKind } from "./template/find-kind.js";
import { describeLeftOut, loadTemplate, refuseTemplate } from "./template/load-template.js";

type Options = Readonly<Record<string, unknown>>;

export const draftCommand: CommandSpec = {
  name: "draft",
  usage: "[loại]",
  group: "Văn bản",
  summary: "soạn tờ trình, danh sách, biên bản, phiếu bầu, bảng tiền thưởng, giấy khen, giao ước … (.docx)",
  options: [
    { flags: "--list", description: "các loại văn bản soạn được" },
    {
      flags: "--cluster <tên>",
      description:
        "cụm/khối (mặc định: cụm/khối duy nhất của năm; giao ước, giấy mời, biên bản hội nghị, bàn giao: mỗi cụm/khối một tệp)",
    },
    { flags: "--number <số>", description: "số văn bản (không ghi thì để trống)" },
    { flags: "--date <ngày>", description: "ngày văn bản, ngày họp, ngày ký; pháp luật áp dụng theo ngày này" },
    { flags: "--to <nơi>", description: "Kính gửi; giấy mời: nơi được mời, thay cho mọi đơn vị" },
    {
      flags: "--about <câu>",
      description:
        "trích yếu riêng (tờ trình, danh sách, thông báo, kế hoạch); giấy mời, biên bản hội nghị: tên hội nghị",
    },
    { flags: "--reason <câu>", description: 'lý do khen chung, bắt đầu bằng "đã …"' },
    { flags: "--refers-to <văn-bản>", description: 'văn bản nhắc đến, ví dụ "Tờ trình số 12/TTr-UBND ngày 05/4/2021"' },
    {
      flags: "--wrong <chữ>",
      description: "chữ sai trong quyết định đã ban hành (quyết định sửa đổi, công văn đính chính)",
    },
    { flags: "--right <chữ>", description: "chữ đúng thay vào" },
    { flags: "--of <tên>", description: "chữ sai ấy của ai, khi nhiều người cùng có" },
    { flags: "--strike <tên>", description: "người, tập thể đưa ra khỏi danh sách được khen" },
    { flags: "--meeting-place <nơi>", description: "địa điểm họp, nơi ký" },
    {
      flags: "--start <giờ>",
      description: 'giờ bắt đầu, ví dụ "8 giờ 00"; giấy mời ghi cả ngày: "8 giờ 00, ngày 27 tháng 01 năm 2021"',
    },
    { flags: "--end <giờ>", description: "giờ kết thúc" },
    { flags: "--chair <tên>", description: 'người chủ trì, ví dụ "Ông Nguyễn Văn An, Chủ tịch Hội đồng"' },
    { flags: "--secretary <tên>", description: "thư ký" },
    {
      flags: "--council",
      description: "văn bản của cơ quan mình (biên bản, phiếu bầu: của hội đồng cơ quan), không phải của cụm, khối",
    },
    { flags: "--members <số>", description: "tổng số thành viên hội đồng, cơ sở tính tỷ lệ phiếu" },
    { flags: "--present <số>", description: "số thành viên, số đơn vị có mặt" },
    {
      flags: "--decision <số>",
      description: "chỉ người nhận theo quyết định số này (bảng tiền thưởng, giấy khen, bằng khen)",
    },
    {
      flags: "--blank [tệp]",
      description: "giấy khen, bằng khen: chỉ in phần chữ lên phôi có sẵn, theo bảng vị trí (thidua sheet phoi)",
    },
    {
      flags: "--book-from <số>",
      description: "số sổ vàng của giấy khen, bằng khen đầu tiên, đếm tiếp (không ghi thì để trống)",
    },
    { flags: "--template <tệp>", description: "mẫu Word đã sửa" },
    {
      flags: "-o, --output <nơi>",
      description: "tệp .docx hoặc thư mục (mặc định: thư mục đang đứng; nhiều giấy khen, bằng khen: thư mục LOẠI-NĂM)",
    },
    { flags: "--force", description: "ghi đè tệp đã có" },
  ],
  examples: [
    { command: "thidua draft --list", does: "các loại văn bản và lấy số liệu từ đâu" },
    { command: "thidua draft phieu-bau", does: "phiếu bầu từ danh sách đề nghị đã nạp" },
    { command: "thidua draft giao-uoc", does: "giao ước năm sau, mỗi cụm/khối một tệp" },
    {
      command: 'thidua draft bien-ban-binh-xet --date 10/12/2020 --start "8 giờ 00" --chair "Ông Nguyễn Văn An"',
      does: "biên bản bình xét, có giờ họp và người chủ trì",
    },
    {
      command: "thidua draft giay-khen --decision 125 --blank",
      does: "in giấy khen của một quyết định lên phôi có sẵn",
    },
  ],
  async run(context, args, options) {
    const { DRAFT_KINDS } = await import("../documents/index.js");
    const [typed] = args;
    if (typed === undefined || options.list === true) return listKinds(context, DRAFT_KINDS);
    refuseOwnCommand(typed);
    const kind = findKind(DRAFT_KINDS, typed);
    const wishes = readWishes(options);
    const template = await loadTemplate(context, kind, textOption(options, "template"));
    if (template.problems.some(({ severity }) => severity === "error")) return refuseTemplate(template.problems);
    const officeLaw = await readOfficeLaw(context);
    const refusal = refuseLaw(officeLaw);
    if (refusal !== null) return { ...refusal, data: { documents: [], warnings: [] } };
    const { readDrafts } = await import("./draft/facts.js");
    const { facts, warnings } = await withDatabase(context.database, "read", (db) => {
      const lawDate = wishes.date ?? localTime(context.io.now().toISOString()).slice(0, 10);
      const scope = { year: chooseYear(context, db), cluster: textOption(options, "cluster"), lawDate, wishes };
      return readDrafts(db, kind, { ...scope, law: officeLaw.law });
    });
    const blank = await chooseBlank(context, kind, options);
    if (blank !== null && blank.problems.length > 0) return refuseBlank(blank);
    const [lack] = facts.flatMap((each) => kind.refuse?.(each) ?? []);
    if (lack !== undefined) throw new UserError(lack.message, lack.hint);
    warnings.push(...facts.flatMap((each) => checkVotes(kind, each)), ...warnOfCouncil(kind, wishes));
    const drafts = facts.flatMap((each) => kind.compose(each));
    const paths = await choosePaths(context, kind, drafts, {
      output: textOption(options, "output"),
      folder: `${kind.id}-${facts[0]?.year}`,
    });
    for (const { values, blocks = {}, warnings: own = [] } of drafts) {
      warnings.push(...describeLeftOut(template, kind, { values, blocks }), ...own);
    }
    const { writeDrafts } = await import("./draft/write.js");
    const templates = blank === null ? drafts.map(() => template.bytes) : await blank.fit(drafts, warnings);
    const placed = drafts.map((draft, index) => ({
      ...draft,
      template: templates[index] ?? template.bytes,
      path: paths[index] ?? "",
    }));
    const missing = await writeDrafts(context, kind, placed, { date: wishes.date, force: options.force === true });
    const documents = drafts.map(({ recipients }, index) => ({
      path: paths[index] ?? "",
      kind: kind.id,
      award: null,
      unit: null,
      recipients,
    }));
    const told = [...new Set([...warnings, ...describeGaps(kind, missing)])];
    return {
      data: { template: template.used, documents, warnings: told, officeLaw: officeLaw.file },
      text: describeDocuments(
        context,
        kind,
        documents.map(({ path }) => path),
      ),
      problems: [...officeLaw.problems, ...template.problems],
      notes: [...(blank === null ? template.notes : blank.notes), ...told],
    };
  },
};

/** What an office issues is never its council's. */
function warnOfCouncil({ issuedBy, title }: DraftKind, { isCouncil }: DraftWishes): string[] {
  if (!isCouncil || issuedBy === "cluster") return [];
  return [
    `--council không có tác dụng với ${title.toLocaleLowerCase("vi")}: chỉ dùng cho biên bản, phiếu bầu, khi hội đồng của cơ quan họp chứ không phải cụm, khối.`,
  ];
}

/** What --blank asks for; null: a whole page. */
async function chooseBlank(context: Context, kind: DraftKind, options: Options): Promise<LoadedBlank | null> {
  if (options.blank === undefined) return null;
  const { loadBlank } = await import("./draft/blank.js");
  return loadBlank(context, kind, textOption(options, "blank"));
}

/** What the command answers when the table of positions has errors. */
function refuseBlank({ problems }: LoadedBlank): Outcome {
  const failure = {
    message: `Bảng vị trí in trên phôi có ${problems.length} lỗi; chưa soạn tờ nào.`,
    hint: "Sửa các chỗ trên rồi chạy lại; bảng mới: thidua sheet phoi.",
  };
  return { data: { documents: [], warnings: [] }, text: "", problems, failure };
}

function listKinds(context: Context, kinds: readonly DraftKind[]): Outcome {
  const rows = kinds.map(({ id, title, summary }) => [id, title, summary]);
  const columns = [{ header: "Loại" }, { header: "Văn bản" }, { header: "Nội dung" }];
  const own = "Báo cáo tổng kết soạn bằng thidua report, quyết định khen thưởng bằng thidua decide.";
  return {
    data: {
      kinds: kinds.map(({ id, title, summary, placeholders }) => ({
        kind: id,
        title,
        summary,
        options: [...new Set(placeholders.flatMap(({ option }) => option?.match(/--[a-z-]+/g) ?? []))],
      })),
    },
    text: `${formatTable(columns, rows, context.io.columns ?? null, context.style)}\n`,
    notes: [own, "Soạn: thidua draft LOẠI. Sửa mẫu: thidua template copy LOẠI."],
  };
}

/** Kinds that have a command of their own. */
function refuseOwnCommand(typed: string): void {
  const own = /^bao[-_ ]?cao/i.test(typed)
    ? "report"
    : /^quyet[-_ ]?dinh[-_ ](khen|danh)/i.test(typed)
      ? "decide"
      : null;
  if (own !== null) throw new UserError(`"${typed}" có lệnh riêng.`, `Dùng: thidua ${own}`);
}

function readWishes(options: Options): DraftWishes {
  const text = (name: string) => textOption(options, name);
  return {
    number: text("number"),
    date: parseDateOption(text("date")),
    to: text("to"),
    about: text("about"),
    reason: text("reason"),
    refersTo: text("refersTo"),
    wrong: text("wrong"),
    right: text("right"),
    strike: text("strike"),
    of: text("of"),
    meetingPlace: text("meetingPlace"),
    start: text("start"),
    end: text("end"),
    chair: text("chair"),
    secretary: text("secretary"),
    members: readCount(text("members"), "--members", "số người"),
    present: readCount(text("present"), "--present", "số người"),
    isCouncil: options.council === true,
    decision: text("decision"),
    bookFrom: readCount(text("bookFrom"), "--book-from", "số sổ vàng"),
  };
}

function readCount(typed: string | null, option: string, what: string): number | null {
  if (typed === null) return null;
  if (/^[1-9]\d{0,5}$/.test(typed)) return Number(typed);
  throw new UserError(`"${typed}" không phải là ${what}.`, `Ghi một số nguyên dương, ví dụ ${option} 15.`);
}

/** The file named, or a name made for each document in the folder named; many, one for each recipient, in a folder of their own. */
async function choosePaths(
  context: Context,
  kind: DraftKind,
  drafts: readonly ComposedDraft[],
  { output, folder }: { output: string | null; folder: string },
): Promise<string[]> {
  const chosen = output === null ? null : absolutePath(context, output);
  const isFile = chosen !== null && /\.docx$/i.test(chosen) && !(existsSync(chosen) && statSync(chosen).isDirectory());
  if (isFile && drafts.length > 1) {
    throw new UserError(
      `Có ${drafts.length} văn bản nên không ghi chung vào ${output}.`,
      "Chỉ một thư mục bằng -o THƯ-MỤC.",
    );
  }
  if (isFile) return [chosen];
  if (chosen !== null && /\.[a-z]{1,5}$/i.test(chosen) && !existsSync(chosen)) {
    throw new UserError(
      `Văn bản là tệp Word .docx, không phải ${output}.`,
      "Đặt tên có đuôi .docx, ví dụ -o to-trinh.docx.",
    );
  }
  const { safeFileName } = await import("../documents/safe-file-name.js");
  const taken = new Set<string>();
  const usual = kind.perRecipient === true && drafts.length > 1 ? join(context.io.cwd, folder) : context.io.cwd;
  return drafts.map(({ stem }) => join(chosen ?? usual, safeFileName(stem, "docx", taken)));
}

/** One line per place left to fill, with the option or setting that fills it. */
function describeGaps(kind: DraftKind, missing: readonly Missing[]): string[] {
  return missing.map(({ name, meaning, setting }) => {
    const { option, remedy } = kind.placeholders.find((placeholder) => placeholder.name === name) ?? {};
    if (option !== undefined) return `Chưa có: ${meaning}. Ghi bằng ${option}.`;
    if (remedy !== undefined) return `Chưa có: ${meaning}. ${remedy}`;
    return setting === null
      ? `Chưa có: ${meaning}. Điền vào chỗ tô vàng trong văn bản.`
      : `Chưa có: ${meaning}. Đặt bằng: thidua config ${setting} "…"`;
  });
}

function describeDocuments(context: Context, { title }: DraftKind, paths: readonly string[]): string {
  const [first = ""] = paths;
  if (paths.length === 1) return `Đã soạn ${decapitalize(title)}: ${shownPath(context, first)}\n`;
  return `Đã soạn ${formatWhole(paths.length)} văn bản (${decapitalize(title)}) vào ${shownPath(context, dirname(first))}\n`;
}
