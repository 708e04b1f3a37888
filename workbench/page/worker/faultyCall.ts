import type { ServiceCall } from "../../host/execution.ts";
import { ServiceError } from "../../host/serviceError.ts";
import type { Fault } from "../threads.ts";

/** Lets the described call go wrong, the first time it is made. */
export function faultyCall(fault: Fault): (action: string, call: ServiceCall) => void {
  let isDue = true;
  return (action, { service, method, detail }) => {
    const isMeant = `${service}.${method} ${detail}`.startsWith(fault.call);
    if (!isDue || action !== fault.action || !isMeant) return;
    isDue = false;
    if (fault.ends === "killed") process.exit(1);
    throw new ServiceError("Service Spreadsheets failed while accessing document");
  };
}
