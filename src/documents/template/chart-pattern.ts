/** Fills that differ in black and white, darkest beside lightest; null: plain grey of that shade. */
const FILLS: readonly { preset: string | null; shade: string }[] = [
  { preset: null, shade: "7F7F7F" },
  { preset: "wdUpDiag", shade: "404040" },
  { preset: null, shade: "D9D9D9" },
  { preset: "pct20", shade: "404040" },
  { preset: "wdDnDiag", shade: "7F7F7F" },
  { preset: "smGrid", shade: "595959" },
];

/** A colour that stands for the fill of a series until `dressChart`: the library knows plain colours only. */
export function fillColor(series: number): string {
  return `BD000${series}`;
}

/**
 * What the library cannot say of a chart: patterns, black outlines, labels on white so that they are read on any pattern, names of
 * all units beside the plot and not across bars below zero, Vietnamese as the language.
 */
export function dressChart(xml: string): string {
  return xml
    .replace(
      /<a:solidFill><a:srgbClr val="BD000(\d)"\/><\/a:solidFill><a:ln><a:noFill\/><\/a:ln>/g,
      (_whole, series) => {
        return `${fillOf(Number(series))}<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>`;
      },
    )
    .replace(/(<c:dLbls>(?:<c:numFmt[^>]*\/>)?<c:spPr>)<a:noFill\/>/g, `$1${solid("FFFFFF")}`)
    .replace(/(<c:catAx>[\s\S]*?<c:tickLblPos val=")nextTo/g, "$1low")
    .replace(/(<c:catAx>[\s\S]*?<c:lblOffset[^>]*\/>)/g, '$1<c:tickLblSkip val="1"/>')
    .replaceAll('lang="en-US"', 'lang="vi-VN"')
    .replace('<c:lang val="en-US"/>', '<c:lang val="vi-VN"/>');
}

function fillOf(series: number): string {
  const { preset, shade } = FILLS[series % FILLS.length] ?? { preset: null, shade: "7F7F7F" };
  if (preset === null) return solid(shade);
  const color = (name: string, value: string) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;
  return `<a:pattFill prst="${preset}">${color("fgClr", shade)}${color("bgClr", "FFFFFF")}</a:pattFill>`;
}

function solid(color: string): string {
  return `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
}
