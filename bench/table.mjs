/** Medians of `{ seconds, cpu, megabytes }` samples by contender, with the ratio to the first; the highest megabytes. */
export function printTable(title, samples) {
  const rows = [...samples].map(([name, all]) => ({
    name,
    seconds: median(all.map(({ seconds }) => seconds)),
    cpu: median(all.map(({ cpu }) => cpu)),
    megabytes: Math.max(...all.map(({ megabytes }) => megabytes)),
  }));
  const [base] = rows;
  console.log(`| ${title} | giây | lần | giây CPU | lần | RSS cao nhất, MB |`);
  console.log("| --- | ---: | ---: | ---: | ---: | ---: |");
  for (const { name, seconds, cpu, megabytes } of rows) {
    const figures = [seconds, seconds / base.seconds, cpu, cpu / base.cpu].map((value) => vietnamese(value, 2));
    console.log(`| ${name} | ${figures.join(" | ")} | ${vietnamese(megabytes, 0)} |`);
  }
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function vietnamese(value, places) {
  return value.toFixed(places).replace(".", ",");
}
