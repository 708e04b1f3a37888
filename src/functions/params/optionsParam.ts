import { reportOptions } from "../../settings/reportOptions.ts";
import type { Param } from "../customFunction.ts";
import { settingsArgument } from "./settingsArgument.ts";

/** The argument that takes limits from the Report options sheet. */
export function optionsParam(standard: string): Param {
  return {
    name: "report_options",
    kind: "settings",
    optional: true,
    default: standard,
    about: "The Report options settings (REVOPS_OPTIONS), whose limits then hold",
    read: settingsArgument("report_options", reportOptions.read),
  };
}
