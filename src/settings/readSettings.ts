import type { Issue } from "../tables/reading/issue.ts";
import { subjects } from "./catalog.ts";
import type { Settings } from "./settings.ts";
import type { Read, SettingCells, Subject } from "./subject.ts";

export type SettingsSheets = Readonly<Record<string, SettingCells | undefined>>;

/** All settings, from the cells of each sheet by its name; a missing sheet means its defaults. */
export function readSettings(sheets: SettingsSheets): { settings: Settings; issues: Issue[] } {
  const issues: Issue[] = [];
  const read = <Value>(subject: Subject<Value>): Value => {
    const { value, issues: found }: Read<Value> = subject.read(sheets[subject.sheet]);
    for (const issue of found) issues.push(issue);
    return value;
  };
  const { homeCurrency, asOf, version: _, ...options } = read(subjects.reportOptions);
  const settings: Settings = {
    context: read(subjects.context),
    stages: read(subjects.stages),
    scoring: read(subjects.scoring),
    calendar: read(subjects.calendar),
    homeCurrency,
    rates: read(subjects.currency),
    risk: read(subjects.risk),
    requiredFields: read(subjects.requiredFields),
    hygieneRules: read(subjects.hygieneRules),
    lossReasons: read(subjects.lossReasons),
    frameworks: read(subjects.frameworks),
    categoryTests: read(subjects.categoryTests),
    benchmarks: read(subjects.benchmarks),
    limits: read(subjects.limits),
    territories: read(subjects.territories),
    options,
    asOf,
  };
  return { settings, issues };
}
