import { join } from "node:path";
import type { DecisionInput } from "../documents/kinds/quyet-dinh-khen-thuong.js";
import { deciderOf, mayDecide } from "../domain/authority.js";
import type { Award } from "../domain/award.js";
import { findAward } from "../domain/award-match.js";
import { AWARD_KINDS, type AwardKind, awardKind, awardPhrase } from "../domain/awards.js";
import { documentSymbol } from "../domain/document-symbol.js";
import { bonusFund, headerLines } from "../domain/issuer.js";
import { inferLevel } from "../domain/issuer-level.js";
import { legalBasis } from "../domain/law/legal-basis.js";
import { legalPeriodOn } from "../domain/law/periods.js";
import { describeMark } from "../domain/law/source.js";
import { foldKey, nearestName } from "../domain/name.js";
import { defaultProposer, enforcers } from "../domain/proposer.js";
import { headInProse, signatureLines } from "../domain/signature.js";
import { UserError } from "../errors.js";
import { listAwards } from "../store/award.js";
import { withDatabase } from "../store/open.js";
import { readSettings } from "../store/setting.js";
import { createProgress } from "../terminal/progress-bar.js";
import { absolutePath, type CommandSpec, type Context, chooseYear, shownPath, textOption } from "./context.js";
import { describeMissing, loadTemplate, refuseTemplate } from "./load-template.js";
import { type Office, parseDateOption, readOffice } from "./office.js";
import { writeFiles } from "./output.js";

/** What the person asked of `decide`. */
interface Wishes {
  award: string | null;
  perRecipient: boolean;
  /** First number of the series; null leaves numbers blank. */
  numberFrom: number | null;
  /** YYYY-MM-DD; null leaves the date blank. */
  date: string | null;
  /** The day whose law applies: `date`, or today for a draft. */
  lawDate: string;
  reason: string | null;
  submission: string | null;
}

/** One decision to be written: what it says and what the answer says of it. */
interface Decision {
  kind: AwardKind;
  input: DecisionInput;
}

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
    { flags: "--number-from <số>", description: "số của quyết định đầu tiên (không ghi thì để trống)" },
    { flags: "--date <ngày>", description: "ngày quyết định, ví dụ 16/4/2021 (không ghi thì để trống)" },
    { flags: "--reason <câu>", description: 'lý do khen chung, bắt đầu bằng "đã …"' },
    { flags: "--submission <câu>", description: 'tờ trình, ví dụ "số 12/TTr-PNV ngày 05 tháng 4 năm 2021"' },
    { flags: "--template <tệp>", description: "mẫu Word đã sửa" },
    { flags: "-o, --output <thư-mục>", description: "thư mục ghi quyết định (mặc định: quyet-dinh-NĂM)" },
    { flags: "--force", description: "ghi đè tệp đã có" },
  ],
  examples: [
    {
      command: "thidua decide --date 16/4/2021 -o quyet-dinh",
      does: "mỗi hình thức khen một quyết định kèm danh sách",
    },
    {
      command: 'thidua decide --award "Giấy khen" --per recipient -o giay-khen',
      does: "mỗi người nhận một quyết định",
    },
  ],
  async run(context, _args, options) {
    const wishes = readWishes(context, options);
    const { year, awards, office } = await withDatabase(context.database, "read", (db) => {
      const year = chooseYear(context, db);
      return { year, awards: listAwards(db, year), office: readOffice(readSettings(db)) };
    });
    const { DECISION, decisionFileStem, decisionValues } = await import("../documents/kinds/quyet-dinh-khen-thuong.js");
    const template = await loadTemplate(context, DECISION, textOption(options, "template"));
    if (template.problems.some(({ severity }) => severity === "error")) return refuseTemplate(template.problems);
    const { decisions, warnings } = planDecisions(awards, year, office, wishes);

    const folder = absolutePath(context, textOption(options, "output") ?? `quyet-dinh-${year}`);
    const { renderTemplate } = await import("../documents/template.js");
    const { safeFileName } = await import("../documents/safe-file-name.js");
    const taken = new Set<string>();
    const missing: Parameters<typeof describeMissing>[0][number][] = [];
    const progress = createProgress(context.io, "Đang soạn", decisions.length);
    const files: { path: string; bytes: Uint8Array }[] = [];
    for (const [index, { input }] of decisions.entries()) {
      const rendered = await renderTemplate(template.bytes, decisionValues(input), {
        placeholders: DECISION.placeholders,
        ...(wishes.date === null ? {} : { date: wishes.date }),
      });
      missing.push(...rendered.missing);
      const order = wishes.perRecipient ? `${String(index + 1).padStart(String(decisions.length).length, "0")} ` : "";
      const name = safeFileName(`${order}${decisionFileStem(input)}`, "docx", taken);
      files.push({ path: join(folder, name), bytes: rendered.bytes });
      progress.tick();
    }
    progress.end();
    await writeFiles(context, files, options.force === true);

    const documents = decisions.map(({ kind, input }, index) => ({
      path: files[index]?.path ?? "",
      kind: DECISION.id,
      award: kind.id,
      unit: null,
      recipients: input.recipients.length,
      ...(wishes.perRecipient ? { recipient: input.recipients[0]?.name ?? "" } : {}),
    }));
    const all = [...new Set([...warnings, ...describeMissing(missing)])];
    return {
      data: { documents, warnings: all },
      text: describeDocuments(context, documents, folder),
      problems: template.problems,
      notes: all,
    };
  },
};

function readWishes(context: Context, options: Readonly<Record<string, unknown>>): Wishes {
  const per = textOption(options, "per") ?? "decision";
  if (per !== "decision" && per !== "recipient") {
    throw new UserError(`Không có cách soạn "${per}".`, "Chọn --per decision hoặc --per recipient.");
  }
  const from = textOption(options, "numberFrom");
  if (from !== null && !/^[1-9]\d{0,5}$/.test(from)) {
    throw new UserError(`"${from}" không phải là số quyết định.`, "Ghi một số nguyên dương, ví dụ --number-from 125.");
  }
  const date = parseDateOption(textOption(options, "date"));
  return {
    award: textOption(options, "award"),
    perRecipient: per === "recipient",
    numberFrom: from === null ? null : Number(from),
    date,
    lawDate: date ?? context.io.now().toISOString().slice(0, 10),
    reason: textOption(options, "reason"),
    submission: textOption(options, "submission"),
  };
}

/**
 * Which decisions are to be written, in the order of the award catalogue. Awards beyond the issuer's power are left
 * out with the reason, unless one is asked for by name. Those that have a decision number already are left out too.
 */
function planDecisions(awards: readonly Award[], year: number, office: Office, wishes: Wishes) {
  if (awards.length === 0) {
    throw new UserError(
      `Năm ${year} chưa có danh sách khen thưởng.`,
      "Nạp bảng danh sách: thidua import KHEN-THUONG.csv.",
    );
  }
  const warnings: string[] = [];
  const undecided = awards.filter(({ decisionNumber }) => decisionNumber === null);
  if (undecided.length < awards.length) {
    warnings.push(`Bỏ qua ${awards.length - undecided.length} trường hợp đã có số quyết định.`);
  }
  const open = undecided.filter((award) => !isGivenByAnother(award, office));
  if (open.length < undecided.length) {
    const others = [...new Set(undecided.filter((award) => !open.includes(award)).map(({ award }) => award))];
    warnings.push(`Bỏ qua ${undecided.length - open.length} trường hợp do cấp khác khen: ${others.join("; ")}.`);
  }
  const wanted = wishes.award === null ? null : findAwardKind(wishes.award);
  const refused: string[] = [];
  const groups = AWARD_KINDS.filter((kind) => wanted === null || kind.id === wanted.id).flatMap((kind) => {
    const members = open.filter(({ awardId }) => awardId === kind.id);
    if (members.length === 0) return [];
    const refusal = refusalOf(kind, office, wishes.lawDate);
    if (refusal !== null && wanted === null) refused.push(`Không soạn ${members.length} trường hợp: ${refusal}`);
    else if (refusal !== null) warnings.push(refusal);
    return refusal !== null && wanted === null ? [] : [{ kind, members }];
  });
  warnings.push(...refused);
  if (groups.length === 0) {
    const what = wanted === null ? "trường hợp nào soạn được quyết định" : `trường hợp nào được đề nghị ${wanted.name}`;
    const hint = [...refused, ...warnings][0] ?? "Xem danh sách đã nạp bằng: thidua status";
    throw new UserError(`Năm ${year} không có ${what}.`, hint);
  }
  const basis = gatherBasis(office, wishes);
  warnings.push(...basis.warnings);
  const parts = groups.flatMap(({ kind, members }) =>
    wishes.perRecipient ? members.map((member) => ({ kind, members: [member] })) : [{ kind, members }],
  );
  const decisions = parts.map(({ kind, members }, index): Decision => {
    const number = wishes.numberFrom === null ? null : String(wishes.numberFrom + index);
    return { kind, input: composeDecision(kind, members, { year, office, wishes, number, legalBasis: basis.lines }) };
  });
  return { decisions, warnings };
}

function findAwardKind(typed: string): AwardKind {
  const kind = awardKind(foldKey(typed).replace(/\s+/g, "-")) ?? findAward(typed).kind;
  if (kind !== null) return kind;
  const near = nearestName(
    typed,
    AWARD_KINDS.map(({ name }) => name),
  );
  const hint = near === null ? 'Ghi tên như trong danh sách, ví dụ --award "Giấy khen".' : `Có phải là "${near}"?`;
  throw new UserError(`Không có danh hiệu hoặc hình thức khen thưởng "${typed}".`, hint);
}

/** The award as typed names its giver ("Giấy khen của Chủ tịch UBND xã"), and it is of another level than the issuer. */
function isGivenByAnother({ award }: Award, { issuer }: Office): boolean {
  const giver = findAward(award).givenBy?.replace(/^(chủ tịch|giám đốc|ct|gđ)\s+/iu, "") ?? null;
  // A bare "thành phố" may be a province's or a district's.
  if (issuer === null || giver === null || /(thành phố|tp\.?)$/iu.test(giver)) return false;
  const level = inferLevel(giver) ?? inferLevel(`${giver} X`);
  return level !== null && level !== issuer.level;
}

/** Why the issuer may not sign it, as a sentence with its basis; null when it may, or the issuer is not set. */
function refusalOf(kind: AwardKind, { issuer }: Office, date: string): string | null {
  if (issuer === null) return null;
  const authority = mayDecide(kind.id, deciderOf(issuer), date);
  return authority.allowed === true ? null : `${authority.reason} (${authority.basis})`;
}

function gatherBasis(office: Office, wishes: Wishes): { lines: string[]; warnings: string[] } {
  const { issuer, basis, proposer } = office;
  const warnings = wishes.date === null ? [DRAFT_LAW] : [];
  if (issuer === null) return { lines: [NO_BASIS], warnings };
  const law = legalBasis({ date: wishes.lawDate, level: issuer.level, local: basis });
  const usual = defaultProposer(issuer.level, wishes.lawDate);
  const who = proposer ?? usual?.text ?? "[Chưa có: người đề nghị khen thưởng]";
  const submission = wishes.submission === null ? "" : ` tại Tờ trình ${wishes.submission}`;
  const period = legalPeriodOn(wishes.lawDate);
  if (period !== null) warnings.push(`Căn cứ theo ${period.law}; nghị định: ${period.decree}.`);
  warnings.push(...law.notes);
  for (const { text, mark, missing } of law.lines) {
    if (missing !== null)
      warnings.push(`Phần căn cứ chưa có: ${missing}. Đặt bằng: thidua config ${keyOf(missing)} "…"`);
    else if (mark === "R") warnings.push(`Cần đối chiếu trước khi ký (${describeMark(mark)}): ${text}.`);
  }
  if (proposer === null && usual?.mark === "R") {
    warnings.push(`Cần đối chiếu: "Theo đề nghị của ${who}" là mặc định. Đặt bằng: thidua config council.proposer "…"`);
  }
  return { lines: [...law.lines.map(({ text }) => text), `Theo đề nghị của ${who}${submission}`], warnings };
}

const DRAFT_LAW =
  "Chưa có ngày quyết định: để trống, phần căn cứ theo pháp luật của hôm nay. Ghi ngày bằng --date để lấy đúng căn cứ.";
const NO_BASIS = "Căn cứ [Chưa có: các văn bản làm căn cứ, theo cấp của cơ quan ban hành]";

function keyOf(missing: string): string {
  if (missing.startsWith("nghị định")) return "basis.decree";
  return /chức năng/.test(missing) ? "basis.functions" : "basis.regulation";
}

function composeDecision(
  kind: AwardKind,
  members: readonly Award[],
  given: { year: number; office: Office; wishes: Wishes; number: string | null; legalBasis: string[] },
): DecisionInput {
  const { office, wishes, year } = given;
  const { issuer, signatory } = office;
  const header = issuer === null ? null : headerLines(issuer);
  const date = wishes.lawDate;
  const achievementYear = commonYear(members) ?? year;
  return {
    head: {
      parent: header === null ? null : header.parent.join("\n"),
      issuer: header === null ? null : header.issuer.join("\n"),
      number: given.number,
      symbol: issuer === null ? null : documentSymbol(issuer, "QĐ"),
      place: office.place,
      date: wishes.date,
      draftYear: wishes.date === null ? Number(date.slice(0, 4)) : null,
    },
    foot: {
      distribution: ["Như Điều 3", "Lưu: VT"],
      signature: issuer === null ? null : signatureLines(issuer, signatory, "decision"),
      signatory: signatory.name,
    },
    authority: issuer === null ? null : headInProse(issuer, signatory),
    legalBasis: given.legalBasis,
    award: { verb: "Tặng", name: awardPhrase(kind, date) },
    reason: wishes.reason ?? `đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm ${achievementYear}`,
    bonusFund: issuer === null ? null : bonusFund(issuer),
    enforcers: issuer === null ? [] : enforcers(issuer, date),
    recipients: members.map(({ salutation, name, subject, position, workplace, achievement }) => ({
      salutation,
      name,
      subject,
      position,
      workplace,
      achievement,
    })),
    year: achievementYear,
    asList: !wishes.perRecipient,
  };
}

/** The achievement year all of them share; null when the list does not say or they differ. */
function commonYear(members: readonly Award[]): number | null {
  const years = new Set(members.map(({ achievementYear }) => achievementYear));
  return years.size === 1 ? (members[0]?.achievementYear ?? null) : null;
}

function describeDocuments(
  context: Context,
  documents: readonly { path: string; recipients: number }[],
  folder: string,
): string {
  const shown = documents
    .slice(0, 10)
    .map(({ path, recipients }) => `  ${shownPath(context, path)} (${recipients} trường hợp)`);
  const rest = documents.length - shown.length;
  const recipients = documents.reduce((sum, document) => sum + document.recipients, 0);
  const total = `Đã soạn ${documents.length} quyết định cho ${recipients} trường hợp vào ${shownPath(context, folder)}:`;
  return `${[total, ...shown, ...(rest > 0 ? [`  … và ${rest} tệp nữa`] : [])].join("\n")}\n`;
}
