import type { ResultRecord } from "../../domain/indicator.js";
import type { Table } from "../table/format.js";
import type { RecordReader } from "../table/read-records.js";
import { isClusterLabel } from "../table/row-kind.js";
import { reportProblem } from "../table/table.js";

/** Results put no unit into a cluster; said at the first heading that seems to. */
export function createClusterNotice(table: Table): NonNullable<RecordReader<ResultRecord>["atHeading"]> {
  let isSaid = false;
  return (texts, _, row) => {
    const cluster = isSaid ? undefined : texts.find(isClusterLabel);
    if (cluster === undefined) return;
    isSaid = true;
    reportClusterHeading(table, cluster, row);
  };
}

function reportClusterHeading(table: Table, cluster: string, row: number): void {
  reportProblem(table, {
    row,
    column: null,
    value: cluster,
    code: "cluster-heading",
    severity: "warning",
    message: "Dòng nhóm ghi tên cụm, khối không xếp các đơn vị bên dưới vào cụm, khối đó.",
    hint: "Nếu chưa xếp thì nạp bảng don-vi có cột “Cụm/Khối”, hoặc nạp riêng bảng của từng cụm với --cluster.",
  });
}
