import { dayFromIso } from "../../core/calendar/day.ts";
import { InputError } from "../../core/inputError.ts";
import { SETTINGS_VERSION } from "../../settings/version.ts";
import { answer } from "../calls/answer.ts";
import { underLock } from "../calls/lock.ts";
import type { Answer, SetAsOfRequest } from "../calls/requests.ts";
import { createSettingsSheets, readSettingsSheets, writeSettings } from "./settingsSheets.ts";

/** Sets the as-of date that formulas take as `REVOPS_AS_OF` and that reports state their figures for. */
export function setAsOfEndpoint({ asOf }: SetAsOfRequest): Answer<string> {
  return answer(() =>
    underLock(() => {
      const day = dayFromIso(asOf);
      if (day === undefined) {
        throw new InputError(`The as-of date is ${asOf}; expected a date such as 2017-06-30.`);
      }
      createSettingsSheets();
      const { settings } = readSettingsSheets();
      writeSettings("reportOptions", {
        ...settings.options,
        homeCurrency: settings.homeCurrency,
        asOf: day,
        version: SETTINGS_VERSION,
      });
      return asOf;
    }),
  );
}
