import { periodFromLabel, periodOf } from "../../core/calendar/period.ts";
import { InputError } from "../../core/inputError.ts";
import { reports } from "../../reports/catalog.ts";
import { sayMonths } from "../../reports/parts/words.ts";
import type { ReportDefinition, ReportRequest } from "../../reports/report.ts";
import type { Settings } from "../../settings/settings.ts";
import type { Tables } from "../../tables/tables.ts";
import { askedDay } from "../calls/askedDay.ts";
import type { ReportRunRequest } from "../calls/requests.ts";
import { asOfDay } from "../settings/asOf.ts";
import type { Book } from "../sheets/book.ts";
import { selectedDeal } from "../sheets/selectedRecord.ts";
import { declaredWho } from "../team/who.ts";

/** What a report is asked for, with what the request leaves open; what the sidebar leaves out arrives as null. */
export function reportAsked(
  definition: ReportDefinition,
  request: ReportRunRequest,
  tables: Tables,
  settings: Settings,
  book: Book,
): ReportRequest {
  const asOf = askedDay("The as-of date", request.asOf) ?? asOfDay(settings, tables, book);
  const from = askedDay("The from date", request.from);
  const to = askedDay("The to date", request.to);
  const period = !request.period
    ? periodOf(to ?? asOf, request.grain ?? "quarter", settings.calendar)
    : periodFromLabel(request.period, settings.calendar);
  return {
    ...{ tables, settings, asOf, from, to },
    period: { ...period, title: sayMonths(period.title) },
    team: teamAsked(definition, request),
    ...subjectOf(definition, request, tables, book),
    ...stagesAsked(definition, request),
    ...cutAsked(definition, request),
  };
}

/** The team that is asked for, of a report that may be about one. */
function teamAsked({ name, takesTeam }: ReportDefinition, { team }: ReportRunRequest) {
  if (!team?.trim()) return undefined;
  if (takesTeam) return team;
  const able = reports.filter((report) => report.takesTeam).map((report) => report.name);
  throw new InputError(
    `The report ${name} is always about everybody; for one team there is ${able.join(", ")}.`,
  );
}

/** The stages, categories and pipelines that are asked for; what the sidebar leaves out arrives as null. */
function stagesAsked(
  { name, takesStages }: ReportDefinition,
  { stages, categories, pipelines }: ReportRunRequest,
): Pick<ReportRunRequest, "stages" | "categories" | "pipelines"> {
  const asked = {
    ...(stages?.length ? { stages } : {}),
    ...(categories?.length ? { categories } : {}),
    ...(pipelines?.length ? { pipelines } : {}),
  };
  if (takesStages || Object.keys(asked).length === 0) return asked;
  throw new InputError(
    `The report ${name} is always about all stages, categories and pipelines; what-changed is not.`,
  );
}

/** What the pipeline is to be cut by, as the report names it. */
function cutAsked(
  { name, cuts = [] }: ReportDefinition,
  { cut }: ReportRunRequest,
): Pick<ReportRequest, "cut"> {
  if (!cut?.length) return {};
  if (cut.length > 2)
    throw new InputError(`The cut is ${cut.join(", ")}; expected one thing, or two.`);
  return {
    cut: cut.map((wanted) => {
      const found = cuts.find((one) => one.toLowerCase() === wanted.trim().toLowerCase());
      if (found !== undefined) return found;
      throw new InputError(
        cuts.length === 0
          ? `The report ${name} cuts nothing; pipeline-review does.`
          : `The pipeline cannot be cut by ${wanted}; expected ${cuts.join(", ")}.`,
      );
    }),
  };
}

/** The one deal or person that a report is about: as asked for, else the selected row's or whoever runs it. */
function subjectOf(
  { asksFor }: ReportDefinition,
  { deal, person }: ReportRunRequest,
  tables: Tables,
  book: Book,
): { readonly deal?: string; readonly person?: string } {
  if (asksFor === "deal") return { deal: deal || selectedDeal(tables) };
  if (asksFor !== "person") return {};
  return { person: person || declaredWho(book, tables.reps?.rows ?? [])?.repId };
}
