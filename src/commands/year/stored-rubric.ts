import type { AwardFinder } from "../../domain/award-match.js";
import { buildRubric } from "../../domain/build-rubric.js";
import { nameKey } from "../../domain/name.js";
import type { Rubric } from "../../domain/rubric-tree.js";
import { UserError } from "../../errors.js";
import type { StoredRubric } from "../../store/rubric.js";
import { findNamed } from "./names.js";

/** The tree of a stored rubric. It was right when it came in; the awards it names may have left the office's file of law since. Throws UserError. */
export function growRubric({ criteria, name }: StoredRubric, findAward: AwardFinder): Rubric {
  const { rubric, problems } = buildRubric(criteria, name, findAward);
  const broken = problems.find(({ severity }) => severity === "error");
  if (broken === undefined) return rubric;
  throw new UserError(
    `Thang điểm "${name}", dòng ${broken.row ?? "?"}: ${broken.message}`,
    "Danh hiệu của riêng cơ quan thì khai trong tệp pháp lý đặt cạnh cơ sở dữ liệu; nếu không, sửa thang điểm rồi nạp lại.",
  );
}

/** Rubrics a person means: by whole name, else by a word of it, else by a part; a file's ending does no harm. */
export function findRubrics(rubrics: readonly StoredRubric[], typed: string): StoredRubric[] {
  const key = nameKey(typed.replace(/^.*[\\/]/, "").replace(/\.(csv|tsv|txt|xlsx|ods)$/i, ""));
  const tests: ((name: string) => boolean)[] = [
    (name) => name === key,
    (name) => name.split(/[^\p{L}\p{N}]+/u).includes(key),
    (name) => name.includes(key),
  ];
  for (const test of tests) {
    const found = rubrics.filter(({ name }) => test(nameKey(name)));
    if (found.length > 0) return found;
  }
  return [findNamed("thang điểm", rubrics, typed)];
}
