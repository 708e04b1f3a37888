import { Model } from "@odoo/o-spreadsheet";
import { type Host, openHost } from "../../workbench/host/host.ts";
import type { WorkbookData } from "../../workbench/host/workbook.ts";
import { Transport } from "../../workbench/page/client/transport.ts";
import type { FromPage, Snapshot, ToPage } from "../../workbench/page/protocol.ts";
import { PageSession } from "../../workbench/page/worker/pageSession.ts";

// The component writes its timings there.
console.debug = () => {};

/** A page without a browser: the component's own model, fed and read as the real page does it. */
export type SimulatedPage = {
  readonly model: Model;
  readonly received: ToPage[];
  /** Lets everything that is under way arrive, or with fewer turns some of it. */
  settle(turns?: number): Promise<void>;
  send(message: FromPage): void;
  /** As a person who clicks does it, behind what was typed. */
  ask(message: FromPage): void;
  content(address: { row: number; col: number }, sheet?: string): string;
};

export type Bench = {
  readonly host: Host;
  readonly session: PageSession;
  open(name: string): Promise<SimulatedPage>;
};

/** A host with pages on it; messages arrive in order and as text, as over a socket. */
export function bench(bundle: string, workbook?: WorkbookData): Bench {
  const host = openHost({ bundle, workbook });
  const inboxes = new Map<string, (message: ToPage) => void>();
  const session = new PageSession(host, (page, message) => {
    const text = JSON.stringify(message);
    for (const [name, deliver] of inboxes)
      if (page === undefined || page === name) setImmediate(() => deliver(JSON.parse(text)));
  });

  const open = async (name: string): Promise<SimulatedPage> => {
    const received: ToPage[] = [];
    let model: Model | undefined;
    let transport: Transport | undefined;
    const send = (message: FromPage): void => {
      const text = JSON.stringify(message);
      setImmediate(() => session.receive(name, JSON.parse(text)));
    };
    const load = ({ data }: Snapshot): void => {
      transport?.abandon();
      transport = new Transport(send);
      model = new Model(
        data as never,
        {
          transportService: transport.service,
          client: { id: `${name}-${Math.random()}`, name },
        } as never,
      );
      transport.attach(model);
    };
    inboxes.set(name, (message) => {
      received.push(message);
      if (message.type === "snapshot") load(message);
      else if (message.type === "revision") transport?.deliver(message.message);
    });
    send({ type: "hello" });
    const settle = async (turns = 30): Promise<void> => {
      for (let turn = 0; turn < turns; turn++) await new Promise((done) => setImmediate(done));
    };
    await settle();
    const current = (): Model => {
      if (!model) throw new Error("The page got no snapshot.");
      return model;
    };
    return {
      get model() {
        return current();
      },
      received,
      settle,
      send,
      ask: (message) => transport?.ask(message),
      content: ({ row, col }, sheet) => {
        const { getters } = current();
        const sheetId =
          sheet === undefined
            ? getters.getActiveSheetId()
            : (getters.getSheetIdByName(sheet) ?? "");
        const cell = getters.getCell({ sheetId, row, col });
        return cell?.isFormula
          ? cell.compiledFormula.toFormulaString(getters)
          : (cell?.content ?? "");
      },
    };
  };
  return { host, session, open };
}
