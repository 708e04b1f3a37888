import type { DealStatus } from "./stage.ts";

/** `closed`: won / (won + lost). `all`: won / all deals, open ones included. */
export type WinRateMode = "closed" | "all";

/** Share of deals won, by count, as a fraction. Undefined when the denominator holds no deal. */
export function winRate(
  outcomes: readonly DealStatus[],
  mode: WinRateMode = "closed",
): number | undefined {
  let won = 0;
  let lost = 0;
  for (const outcome of outcomes) {
    if (outcome === "won") won++;
    else if (outcome === "lost") lost++;
  }
  const counted = mode === "all" ? outcomes.length : won + lost;
  return counted > 0 ? won / counted : undefined;
}
