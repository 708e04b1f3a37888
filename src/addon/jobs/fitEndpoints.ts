import { answer } from "../calls/answer.ts";
import type { Answer } from "../calls/requests.ts";
import { fitDealRisk } from "./fitDealRisk.ts";
import { fitWinProbabilities } from "./fitWinProbabilities.ts";

/** Fits the chances of winning; after so many seconds it answers how far it is, and the same call goes on from there. */
export function fitWinModelEndpoint(seconds?: number): Answer<string> {
  return answer(() => fitWinProbabilities(seconds ?? undefined));
}

/** Fits the deal risk. */
export function fitRiskModelEndpoint(): Answer<string> {
  return answer(fitDealRisk);
}
