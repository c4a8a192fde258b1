import type { AwardRecord, Subject } from "../../domain/award.js";
import { type CountedAward, countDirectWorkers } from "../../domain/award-count.js";
import { nameKey } from "../../domain/name.js";
import { exact, formatFixed, formatWhole, HUNDRED } from "../../domain/number.js";

/** What the statistical forms need of an award. */
export type StatisticAward = CountedAward & Pick<AwardRecord, "leader" | "occasion">;

/** A column of award statistics: what it says of the awards of a line. */
export interface AwardColumn {
  title: string;
  write(members: readonly StatisticAward[]): string;
}

/** Columns the data fill, and the dimensions they say nothing of ("lãnh đạo"). */
interface Told {
  columns: AwardColumn[];
  untold: string[];
  notes: string[];
}

/** Who received: collectives (of which enterprises), individuals (leaders, direct workers with their share), households, all. */
export function recipientColumns(awards: readonly StatisticAward[]): Told {
  const people = awards.filter(isOf("individual"));
  const workers = countDirectWorkers(awards);
  const knowsLeaders = people.some(({ leader }) => leader !== null);
  const hasEnterprises = awards.some(isEnterprise);
  const has = (subject: Subject) => awards.some(isOf(subject));
  const columns: (AwardColumn | false)[] = [
    countOf("Tập thể", isOf("collective")),
    hasEnterprises && countOf("Trong đó: doanh nghiệp", isEnterprise),
    countOf("Cá nhân", isOf("individual")),
    knowsLeaders && countOf("Trong đó: lãnh đạo", (award) => isOf("individual")(award) && award.leader === true),
    workers !== null &&
      countOf("Trong đó: trực tiếp lao động", (award) => isOf("individual")(award) && award.directWorker === true),
    workers !== null && { title: "Tỷ lệ trực tiếp lao động (%)", write: (members) => shareOf(members, workers.ticked) },
    has("household") && countOf("Hộ gia đình", isOf("household")),
    countOf("Tổng số", () => true),
  ];
  return {
    columns: columns.filter((column) => column !== false),
    untold:
      people.length === 0
        ? []
        : [...(knowsLeaders ? [] : ["lãnh đạo"]), ...(workers === null ? ["trực tiếp lao động"] : [])],
    notes: hasEnterprises ? ["Doanh nghiệp được nhận ra theo tên (công ty, doanh nghiệp, tập đoàn, xí nghiệp)."] : [],
  };
}

/** For what: công trạng, chuyên đề, đột xuất …; none when no sheet says. */
export function occasionColumns(awards: readonly StatisticAward[]): Told {
  const present = OCCASIONS.filter(({ id }) => awards.some((award) => occasionOf(award) === id));
  if (present.length === 0 || (present.length === 1 && present[0]?.id === "unsaid"))
    return { columns: [], untold: ["loại khen"], notes: [] };
  const columns = present.map(({ id, title }) => countOf(title, (award) => occasionOf(award) === id));
  return { columns: [...columns, countOf("Tổng số", () => true)], untold: [], notes: [] };
}

const OCCASIONS = [
  { id: "merit", title: "Công trạng (thường xuyên)", pattern: /công trạng|thường xuyên|tổng kết năm/u },
  { id: "thematic", title: "Chuyên đề, theo đợt", pattern: /chuyên đề|theo đợt|phong trào/u },
  { id: "sudden", title: "Đột xuất", pattern: /đột xuất/u },
  { id: "foreign", title: "Đối ngoại", pattern: /đối ngoại/u },
  { id: "service", title: "Cống hiến, niên hạn", pattern: /cống hiến|niên hạn/u },
  { id: "other", title: "Loại khác", pattern: /./u },
  { id: "unsaid", title: "Chưa ghi loại", pattern: /^$/u },
] as const;

function occasionOf({ occasion }: StatisticAward): (typeof OCCASIONS)[number]["id"] {
  const key = nameKey(occasion ?? "");
  return OCCASIONS.find(({ pattern }) => pattern.test(key))?.id ?? "unsaid";
}

function isOf(subject: Subject): (award: StatisticAward) => boolean {
  return (award) => award.subject === subject;
}

function isEnterprise({ subject, name }: StatisticAward): boolean {
  return subject === "collective" && /(^|\s)(công ty|doanh nghiệp|tập đoàn|xí nghiệp)(\s|$)/u.test(nameKey(name));
}

/** A count of nothing is a dash, so that figures stand out. */
function countOf(title: string, test: (award: StatisticAward) => boolean): AwardColumn {
  return {
    title,
    write: (members) => {
      const count = members.filter(test).length;
      return count === 0 ? "-" : formatWhole(count);
    },
  };
}

/** Direct workers of the individuals known to be or not to be one; a dash where there are none. */
function shareOf(members: readonly StatisticAward[], ticked: boolean): string {
  const people = members.filter(isOf("individual")).filter(({ directWorker }) => ticked || directWorker !== null);
  if (people.length === 0) return "-";
  const direct = people.filter(({ directWorker }) => directWorker === true).length;
  return formatFixed(exact(direct).div(people.length).mul(HUNDRED), 1);
}
