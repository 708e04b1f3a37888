import { type HostOptions, parseWorkbook } from "../../workbench/host/host.ts";
import { type AddonHost, addonHost } from "./addonHost.ts";

let sample: string | undefined;

/** The add-on in a spreadsheet of its own that holds the sample company; for all tests of a worker it is imported once. */
export function sampleHost(options: Partial<HostOptions> = {}): AddonHost {
  sample ??= imported();
  return addonHost({ ...options, workbook: parseWorkbook(sample) });
}

function imported(): string {
  const host = addonHost();
  host.ask("revopsSample");
  return host.save();
}
