import { writeFileSync } from "node:fs";
import type { ReportRunResult } from "../../src/addon/calls/requests.ts";
import { defaultCalendar } from "../../src/core/calendar/defaultCalendar.ts";
import type { Grain } from "../../src/core/calendar/fiscalCalendar.ts";
import { periodFromLabel } from "../../src/core/calendar/period.ts";
import { reports } from "../../src/reports/catalog.ts";
import { exportWorkbook } from "../exportWorkbook.ts";
import { reportsInTurn } from "../reportsInTurn.ts";
import { ask, saveSession } from "../session.ts";
import { Mistake } from "./mistake.ts";
import { type Options, outputFile, readOptions, single, singleDate } from "./options.ts";
import { DATA_OPTIONS, prepareSession } from "./prepare.ts";
import { progress, progressDone } from "./progress.ts";

/** The menu items that fit models to the workbook's own history. */
const FITS = ["revopsFitWinModel", "revopsFitRiskModel"];

const GRAINS: readonly Grain[] = ["month", "quarter", "year"];

const names = reports.map((report) => report.name);
/** So many names fit into a line of the help. */
const LINE = Math.ceil(names.length / 2);

export const reportHelp = `revops report NAME… [--data PATH[@DATE]]… [--workbook FILE] [--as-of DATE]
              [--period PERIOD | --grain GRAIN] [--from DATE] [--to DATE] [--deal ID]
              [--person NAME] [--team NAME] [--stage NAME]… [--category NAME]… [--pipeline NAME]…
              [--by NAME]… [--fit] [--out FILE.xlsx] [--json|--text]

Runs reports on the imported data; all runs every one of
  ${names.slice(0, LINE).join(", ")},
  ${names.slice(LINE).join(", ")}.
  --period PERIOD  2017-Q2, 2017-06, FY2017 or 2017 (a year is the fiscal one that ends in it);
                   without it, the fiscal quarter that holds the as-of date
  --grain GRAIN    month, quarter or year: how long the period is where --period names none
  --as-of DATE     without it, the newest dated import, else the latest date on which
                   anything happened in the data
  --from, --to     the two days that what-changed compares; without them the as-of date and the
                   snapshots before the latest, else a week; the period is then that of --to
  --deal ID        the deal of deal-card; without it the one with most money at risk
  --person NAME    whose deals my-deals shows, by name or id; without it whoever has most open value
  --team NAME      whose forecast, pipeline-review, what-changed, hygiene or deal-risk: a manager with
                   everybody below, one person, or a team by its name
  --stage NAME, --category NAME, --pipeline NAME
                   what-changed: only these stages, these forecast categories, these pipelines
  --by NAME        pipeline-review: cut the pipeline by stage, owner, team, category, segment, region,
                   pipeline, type or source; given twice, one across the other
  --fit            fit the win probabilities and the deal risk first, as the menu does
  --out FILE.xlsx  write the whole workbook
  --json           print the reports as data; --text as text (the default)`;

/** `revops report` */
export async function reportCommand(args: readonly string[]): Promise<void> {
  const options = readOptions(args, {
    flags: ["--json", "--text", "--fit"],
    values: [
      ...DATA_OPTIONS,
      "--period",
      "--grain",
      "--from",
      "--to",
      "--deal",
      "--person",
      "--team",
      "--stage",
      "--category",
      "--pipeline",
      "--by",
      "--out",
    ],
  });
  const wanted = reportNames(options.words);
  const out = outputFile(options, "--out");
  if (out !== undefined && !out.toLowerCase().endsWith(".xlsx"))
    throw new Mistake(`--out writes an .xlsx file; got "${out}".`);
  if (options.flags.has("--json") && options.flags.has("--text"))
    throw new Mistake("--json and --text exclude one another.");
  const [asOf, period] = [singleDate(options, "--as-of"), periodLabel(options)];
  const grain = grainOf(options);
  const [from, to] = [singleDate(options, "--from"), singleDate(options, "--to")];
  const [deal, person] = [single(options, "--deal"), single(options, "--person")];
  const team = single(options, "--team");
  const [stages, categories] = [options.values.get("--stage"), options.values.get("--category")];
  const host = await prepareSession(options);
  if (options.flags.has("--fit")) for (const item of FITS) host.call(item);
  const results = wanted.map((name) => {
    progress(`${name} report`);
    return ask<ReportRunResult>(host, "revopsReport", {
      name,
      asOf,
      period,
      grain,
      from,
      to,
      deal,
      person,
      team,
      stages,
      categories,
      pipelines: options.values.get("--pipeline"),
      cut: options.values.get("--by"),
      whole: options.flags.has("--json"),
    });
  });
  progressDone();
  saveSession(host, outputFile(options, "--workbook"));
  if (out !== undefined) writeFileSync(out, await exportWorkbook(host));
  if (options.flags.has("--json"))
    console.log(JSON.stringify(results.map(({ text: _text, ...data }) => data)));
  else console.log(results.map((result) => result.text).join("\n\n"));
}

/** The period as it was written; checked before anything is imported. */
function periodLabel(options: Options): string | undefined {
  const period = single(options, "--period");
  if (period === undefined) return undefined;
  try {
    periodFromLabel(period, defaultCalendar);
  } catch {
    throw new Mistake(`--period takes one like 2017-Q2, 2017-06, FY2017 or 2017; got "${period}".`);
  }
  return period;
}

/** How long a period is that holds the as-of date. */
function grainOf(options: Options): Grain | undefined {
  const text = single(options, "--grain");
  if (text === undefined) return undefined;
  if (options.values.has("--period"))
    throw new Mistake("--period names a period, so --grain has nothing to say; leave one out.");
  const grain = GRAINS.find((one) => one === text.toLowerCase());
  if (grain === undefined)
    throw new Mistake(`--grain takes month, quarter or year; got "${text}".`);
  return grain;
}

function reportNames(words: readonly string[]): string[] {
  if (words.includes("all")) return [...reportsInTurn];
  const unknown = words.find((word) => !names.includes(word));
  if (unknown !== undefined)
    throw new Mistake(`There is no report "${unknown}"; choose from ${names.join(", ")} or all.`);
  if (words.length === 0) throw new Mistake(`report needs a name: ${names.join(", ")} or all.`);
  return [...words];
}
