/** What was forecast for a period and what came. */
export type ForecastPair = { readonly forecast: number; readonly actual: number };
