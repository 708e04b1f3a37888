import { ENSEMBLES, type Judged, type Point } from "../../core/backtest/backtest.ts";
import { isAt, type MethodAccuracy, methodAccuracy } from "../../core/backtest/methodAccuracy.ts";
import { knowsPipeline, METHODS, type MethodKind } from "../../core/backtest/methods.ts";
import { HORIZONS } from "../../core/backtest/origins.ts";
import { overallError } from "../../core/backtest/overallError.ts";
import type { Book } from "../book.ts";
import { type PastForecasts, pastForecasts } from "../parts/pastForecasts.ts";

/** The horizon that the answer is about; every grain has it. */
export const HEADLINE: Point = { daysLeft: 30 };

export type TestedMethod = {
  readonly id: string;
  readonly label: string;
  readonly kind: MethodKind;
  /** Its accuracy 90, 60, 30 and 7 days before the end, where periods are so long. */
  readonly at: ReadonlyMap<number, MethodAccuracy>;
  readonly headline: MethodAccuracy;
};

/** What the report is about: every method on every past day. */
export type Tested = PastForecasts & {
  readonly book: Book;
  /** `quarter` or `month`. */
  readonly grain: string;
  readonly horizons: readonly number[];
  /** Methods that could say something, the smallest error first. */
  readonly methods: readonly TestedMethod[];
  /** The headline's horizon, the oldest period first. */
  readonly shown: readonly Judged[];
  /** True when at least one day's pipeline is known. */
  readonly knowsPipeline: boolean;
  readonly best: TestedMethod | undefined;
  /** The method with the smallest share of the error of repeating, at all horizons together, and that share. */
  readonly trusted: { readonly method: TestedMethod; readonly share: number } | undefined;
};

export function testMethods(book: Book): Tested {
  const past = pastForecasts(book);
  const { judged } = past;
  const horizons = HORIZONS.filter((daysLeft) => judged.some((one) => isAt(one, { daysLeft })));
  const methods = [...METHODS, ...ENSEMBLES]
    .map(
      ({ id, label, kind }): TestedMethod => ({
        id,
        label,
        kind,
        at: new Map(
          horizons.map((daysLeft) => [daysLeft, methodAccuracy(judged, id, { daysLeft })]),
        ),
        headline: methodAccuracy(judged, id, HEADLINE),
      }),
    )
    .filter(({ headline }) => headline.wmape !== undefined)
    .sort((a, b) => errorOf(a) - errorOf(b));
  return {
    ...past,
    book,
    grain: book.request.period.grain === "month" ? "month" : "quarter",
    horizons,
    methods,
    shown: judged.filter((one) => isAt(one, HEADLINE)),
    knowsPipeline: past.observations.some(knowsPipeline),
    best: bestOf(methods),
    trusted: trustedOf(methods),
  };
}

const errorOf = ({ headline }: TestedMethod) => headline.wmape ?? Number.POSITIVE_INFINITY;

/** The one that beat repeating the period before by most: methods that spoke in other periods are compared fairly so. */
function bestOf(methods: readonly TestedMethod[]): TestedMethod | undefined {
  const known = methods.filter(({ headline }) => headline.againstNaive !== undefined);
  return [...known].sort(
    (a, b) => (a.headline.againstNaive ?? 0) - (b.headline.againstNaive ?? 0),
  )[0];
}

function trustedOf(methods: readonly TestedMethod[]): Tested["trusted"] {
  return methods
    .flatMap((method) => {
      const share = overallError(method.at);
      return share === undefined ? [] : [{ method, share }];
    })
    .sort((a, b) => a.share - b.share)[0];
}

/** Today's forecasts of the present period; undefined when it holds nothing to forecast from. */
export const todayOf = ({ today, book }: Tested): Judged | undefined =>
  book.knowsClosed ? today[today.length - 1] : undefined;

export const methodOf = ({ methods }: Tested, id: string): TestedMethod | undefined =>
  methods.find((method) => method.id === id);
