import type { DocumentKind } from "../documents/template/kind.js";
import { nextNumber } from "../domain/decision-number.js";
import { formatWhole } from "../domain/number.js";
import { listAwards } from "../store/award.js";
import { findRecord, listUnrecorded } from "../store/decision.js";
import { type Db, withDatabase } from "../store/open.js";
import { readSettings } from "../store/setting.js";
import { type CommandSpec, type Context, chooseYear, type Outcome, shownPath, textOption } from "./context/context.js";
import { readOffice } from "./context/office.js";
import { readOfficeLaw, refuseLaw } from "./context/office-law.js";
import { chooseDestination, type Destination } from "./decide/destination.js";
import { listDoubts } from "./decide/nominee-doubts.js";
import { listOwnNumbers, readNumbered, refuseTaken } from "./decide/numbers.js";
import { type Decision, planDecisions } from "./decide/plan-decisions.js";
import { prepareRecord } from "./decide/record.js";
import { readWishes, type TypedWishes } from "./decide/wishes.js";
import { decisionKind, writeDecisions } from "./decide/write.js";
import { type HeldPlace, holdPlace } from "./output/stage.js";
import { type LoadedTemplate, loadTemplate, refuseTemplate } from "./template/load-template.js";

export const decideCommand: CommandSpec = {
  name: "decide",
  group: "Văn bản",
  summary: "soạn quyết định khen thưởng từ danh sách đã nạp (.docx)",
  options: [
    { flags: "--award <tên>", description: 'chỉ một danh hiệu hoặc hình thức, ví dụ "Giấy khen"' },
    {
      flags: "--per <cách>",
      description:
        "decision: mỗi hình thức một quyết định kèm danh sách (mặc định); recipient: mỗi người nhận một quyết định",
    },
    {
      flags: "--number-from <số>",
      description:
        "số của quyết định đầu tiên, hoặc next: tiếp theo số lớn nhất đã cấp trong năm (không ghi thì để trống)",
    },
    {
      flags: "--record",
      description: "ghi số và ngày quyết định vào danh sách, để lần sau không soạn và không cấp số lại",
    },
    { flags: "--date <ngày>", description: "ngày quyết định, ví dụ 16/4/2021 (không ghi thì để trống)" },
    { flags: "--reason <câu>", description: 'lý do khen chung, bắt đầu bằng "đã …"' },
    { flags: "--submission <câu>", description: 'tờ trình, ví dụ "số 12/TTr-PNV ngày 05 tháng 4 năm 2021"' },
    { flags: "--template <tệp>", description: "mẫu Word đã sửa" },
    { flags: "--zip", description: "gói tất cả và danh mục vào một tệp .zip, để gửi" },
    { flags: "--merge", description: "ghép tất cả thành một tệp .docx, mỗi quyết định sang trang mới, để in" },
    {
      flags: "-o, --output <nơi>",
      description: "thư mục ghi quyết định (mặc định: quyet-dinh-NĂM); với --zip, --merge: tên tệp",
    },
    { flags: "--force", description: "ghi đè tệp đã có" },
  ],
  examples: [
    {
      command: "thidua decide --date 16/4/2021 -o quyet-dinh",
      does: "mỗi hình thức khen một quyết định kèm danh sách",
    },
    {
      command: 'thidua decide --award "Giấy khen" --per recipient -o giay-khen',
      does: "mỗi người nhận một quyết định, kèm danh mục danh-muc.csv",
    },
    {
      command: "thidua decide --number-from next --date 16/4/2021 --record -o quyet-dinh",
      does: "đánh số tiếp, ghi số và ngày vào danh sách",
    },
    {
      command: "thidua decide --per recipient --zip -o giay-khen.zip",
      does: "tất cả trong một tệp .zip, kèm danh mục",
    },
    {
      command: "thidua decide --per recipient --merge -o in-giay-khen.docx",
      does: "tất cả trong một tệp Word để in, mỗi quyết định đánh số trang từ 1",
    },
  ],
  async run(context, _args, options) {
    const typed = readWishes(context, options);
    const year = await withDatabase(context.database, "read", (db) => chooseYear(context, db));
    const { form, perRecipient } = typed;
    const chosen = { form, perRecipient, usual: `quyet-dinh-${year}` };
    const destination = chooseDestination(context, textOption(options, "output"), chosen);
    const place = await holdPlace(context, destination.path);
    try {
      const force = options.force === true;
      return await decideInto(context, {
        typed,
        year,
        destination,
        place,
        force,
        template: textOption(options, "template"),
      });
    } finally {
      place.release();
    }
  },
};

interface DecideRequest {
  typed: TypedWishes;
  year: number;
  destination: Destination;
  place: HeldPlace;
  template: string | null;
  force: boolean;
}

async function decideInto(context: Context, request: DecideRequest): Promise<Outcome> {
  const { typed, year, destination, place, force } = request;
  const { awards, office, numbered, recorded } = await withDatabase(context.database, "read", (db) => {
    const recorded = place.left === null ? null : findRecord(db, place.left.entry);
    // Decisions that a killed run has recorded are planned as they were before, and so come out the same.
    const before = recorded === null ? new Map<number, never>() : listUnrecorded(db, recorded);
    const awards = listAwards(db, year).map((award) => ({ ...award, ...before.get(award.id) }));
    return { awards, office: readOffice(readSettings(db)), numbered: readNumbered(db, before), recorded };
  });
  const officeLaw = await readOfficeLaw(context);
  const refusal = refuseLaw(officeLaw);
  if (refusal !== null) return { ...refusal, data: { documents: [], warnings: [] } };
  const ownNumbers = (all: typeof numbered) => listOwnNumbers(all, office, typed.lawDate, officeLaw);
  const { numberFrom: from } = typed;
  const first = from === "next" ? nextNumber(ownNumbers(numbered)) : from;
  const wishes = { ...typed, numberFrom: first };
  const { decisions, warnings, legalBasis } = planDecisions(awards, year, office, wishes, officeLaw);
  const templates = await loadTemplates(context, decisions, request.template);
  const problems = uniqueProblems([...templates.values()]);
  if (problems.some(({ severity }) => severity === "error")) return refuseTemplate(problems);
  if (first !== null) refuseTaken(ownNumbers(numbered), first, decisions.length);
  const refuse = (db: Db) => refuseTaken(ownNumbers(readNumbered(db)), first ?? 0, decisions.length);
  const { date, perRecipient } = wishes;
  const record = wishes.record && date !== null ? prepareRecord(context, decisions, { year, date, refuse }) : null;
  const batch = { decisions, templates, destination, place, date, perRecipient, force, record, recorded };
  const written = await writeDecisions(context, batch);
  const { documents, manifest, resumed } = written;
  const ids = decisions.flatMap(({ awardIds }) => awardIds);
  const doubts = await withDatabase(context.database, "read", (db) =>
    listDoubts(db, year, ids, wishes.lawDate, officeLaw.law),
  );
  const all = [...new Set([...doubts, ...written.leftOut, ...warnings, ...written.missing])];
  return {
    data: {
      template: [...templates.values()][0]?.used ?? null,
      templates: [...templates].map(([kind, { used }]) => ({ kind: kind.id, ...used })),
      documents,
      manifest,
      recorded: written.recorded,
      resumed,
      warnings: all,
      legalBasis,
      officeLaw: officeLaw.file,
    },
    text: describeDocuments(context, documents, destination),
    problems: [...officeLaw.problems, ...problems],
    notes: [
      ...(resumed === 0 ? [] : [describeResumed(resumed, documents.length)]),
      ...new Set([...templates.values()].flatMap(({ notes }) => notes)),
      ...all,
      ...(written.recorded === null ? [] : [describeRecorded(written.recorded)]),
    ],
  };
}

/** Of the kinds of decision there are; a file named on the command line is that of all. */
async function loadTemplates(
  context: Context,
  decisions: readonly Decision[],
  chosen: string | null,
): Promise<Map<DocumentKind, LoadedTemplate>> {
  const kinds = new Set(decisions.map(({ kind }) => decisionKind(kind)));
  const loaded = new Map<DocumentKind, LoadedTemplate>();
  for (const kind of kinds) loaded.set(kind, await loadTemplate(context, kind, chosen));
  return loaded;
}

/** What is wrong with the templates; one file used twice has its faults once. */
function uniqueProblems(templates: readonly LoadedTemplate[]): LoadedTemplate["problems"] {
  const paths = templates.map(({ used }) => used.path);
  return templates.filter(({ used }, index) => paths.indexOf(used.path) === index).flatMap(({ problems }) => problems);
}

function describeResumed(resumed: number, documents: number): string {
  return `Đi tiếp lần soạn trước bị ngắt: ${formatWhole(resumed)} trong ${formatWhole(documents)} văn bản đã xong từ lần ấy.`;
}

function describeRecorded(id: number): string {
  return `Đã ghi số và ngày quyết định vào danh sách (lần ${id}). Muốn bỏ: thidua undo ${id}.`;
}

function describeDocuments(
  context: Context,
  documents: readonly { path: string; recipients: number }[],
  { form, path }: Destination,
): string {
  const recipients = documents.reduce((sum, document) => sum + document.recipients, 0);
  const total = `Đã soạn ${formatWhole(documents.length)} quyết định cho ${formatWhole(recipients)} trường hợp vào ${shownPath(context, path)}`;
  if (form !== "folder") return `${total}.\n`;
  const shown = documents
    .slice(0, 10)
    .map(({ path, recipients }) => `  ${shownPath(context, path)} (${formatWhole(recipients)} trường hợp)`);
  const rest = documents.length - shown.length;
  return `${[`${total}:`, ...shown, ...(rest > 0 ? [`  … và ${formatWhole(rest)} tệp nữa`] : [])].join("\n")}\n`;
}
