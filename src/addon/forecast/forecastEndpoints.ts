import { leveredDeals, NO_LEVERS } from "../../core/forecast/levers.ts";
import { revenueForecast } from "../../core/forecast/revenueForecast.ts";
import { InputError } from "../../core/inputError.ts";
import { MOST_CHANGE } from "../../functions/params/leversParam.ts";
import { openBook } from "../../reports/book.ts";
import { forecastNumbers } from "../../reports/forecast/numbers.ts";
import { revenueOf } from "../../reports/forecast/revenue.ts";
import { forecast } from "../../reports/forecast.ts";
import { bookQuota } from "../../reports/parts/bookQuota.ts";
import { answer } from "../calls/answer.ts";
import type { Answer } from "../calls/requests.ts";
import { readReportSettings } from "../reports/reportSettings.ts";
import { asOfDay } from "../settings/asOf.ts";
import { Book } from "../sheets/book.ts";
import { readTables } from "../sheets/readTables.ts";
import { forecastDesk, forecastPanelView, periodNamed } from "./forecastPanelView.ts";
import type {
  ForecastPanelRequest,
  ForecastPanelView,
  LeverPercents,
  ScenarioRange,
  ScenarioRequest,
  ScenarioView,
} from "./forecastTypes.ts";

const LEVERS: readonly (readonly [keyof LeverPercents, string])[] = [
  ["growth", "Pipeline growth"],
  ["hiring", "Hiring"],
  ["winRate", "Win rate"],
  ["dealSize", "Deal size"],
  ["acceleration", "Acceleration"],
  ["slippage", "Slippage"],
];

/** The levers as shares; slippage lies between 0 and 100 %, the others begin at -100 %. */
function leversOf(percents: LeverPercents) {
  const levers = { ...NO_LEVERS };
  for (const [lever, words] of LEVERS) {
    const percent = percents[lever] ?? 0;
    const [least, most] = lever === "slippage" ? [0, 100] : [-100, 100 * MOST_CHANGE];
    if (!(percent >= least && percent <= most))
      throw new InputError(`${words} is ${percent} %; expected ${least} to ${most} %.`);
    levers[lever] = percent / 100;
  }
  return levers;
}

/** What the forms of the panel begin with. */
export function forecastPanelEndpoint(request: ForecastPanelRequest): Answer<ForecastPanelView> {
  return answer(() => {
    const book = new Book();
    return forecastPanelView(book, forecastDesk(book, request));
  });
}

/** The range of a period as the Forecast report has it, and the same with the levers pulled. Nothing is written. */
export function forecastRangeEndpoint(request: ScenarioRequest): Answer<ScenarioView> {
  return answer(() => {
    const levers = leversOf(request.levers);
    const sheets = new Book();
    const tables = readTables([...forecast.needs, ...forecast.uses], sheets);
    const { settings } = readReportSettings(sheets);
    const asOf = asOfDay(settings, tables, sheets);
    const period = periodNamed(request.period, asOf, settings);
    const book = openBook({ tables, settings, asOf, period });
    const numbers = forecastNumbers(book, bookQuota(book));
    const revenue = revenueOf(book, numbers);
    const { won, quota } = numbers;
    if (revenue.forecast === undefined || won === undefined)
      throw new InputError(
        `There is no range for ${period.title}, because too little is known of what is won or open.`,
      );
    const open = leveredDeals(
      revenue.open.map(({ deal }) => deal),
      levers,
    );
    const { correlation } = revenue;
    const newBusiness = revenue.created.business;
    return {
      title: period.title,
      currency: book.currency,
      base: rangeOf(revenue.forecast),
      scenario: rangeOf(revenueForecast({ won, open, newBusiness, correlation, quota })),
    };
  });
}

const rangeOf = ({
  p10,
  p50,
  p90,
  probOfQuota,
}: Omit<ScenarioRange, "chance"> & {
  readonly probOfQuota: number | undefined;
}): ScenarioRange => ({
  p10,
  p50,
  p90,
  ...(probOfQuota === undefined ? {} : { chance: probOfQuota }),
});
