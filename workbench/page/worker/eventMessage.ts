import type { HostEvent } from "../../host/hostState.ts";
import type { ToPage } from "../protocol.ts";

/** What the page shows of something the script did; questions and log lines take other ways. */
export function eventMessage(event: HostEvent): ToPage | undefined {
  switch (event.kind) {
    case "toast":
      return { type: "toast", title: event.title, text: event.text, seconds: event.seconds ?? 5 };
    case "sidebar":
    case "dialog": {
      const { kind, title, html, width, height } = event;
      return { type: "panel", kind, title, src: "", html, width, height };
    }
    default:
      return undefined;
  }
}
