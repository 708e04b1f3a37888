import { Model, Spreadsheet } from "@odoo/o-spreadsheet";
import { Component, markRaw, mount, onPatched, useState, xml } from "@odoo/owl";
import type { FromPage, Place, Revision, Snapshot } from "../protocol.ts";
import { toast } from "./messages.ts";
import { Transport } from "./transport.ts";

type State = { key: number };

/** The spreadsheet component on the page, and the model in it, which is replaced when much has changed. */
export class SpreadsheetView {
  model: Model | undefined;
  #transport: Transport | undefined;
  #state: State = { key: 0 };
  #mounted: Promise<void> | undefined;
  /** Called once the component stands in place of the one before it. */
  #drawn: (() => void) | undefined;
  readonly #send: (message: FromPage) => void;
  readonly #changed: (model: Model) => void;

  constructor(send: (message: FromPage) => void, changed: (model: Model) => void) {
    this.#send = send;
    this.#changed = changed;
  }

  /** Shows a snapshot; the active sheet, the selection and the place scrolled to are kept where they still exist. */
  async show(snapshot: Snapshot): Promise<void> {
    const before = this.model && viewOf(this.model);
    this.#transport?.abandon();
    const transport = new Transport(this.#send);
    const model = new Model(
      snapshot.data as never,
      {
        transportService: transport.service as never,
        // A new one each time: a model takes no notice of revisions under its own name.
        client: { id: crypto.randomUUID(), name: "You" },
      } as never,
    );
    transport.attach(model);
    restore(model, before, snapshot.activeSheet);
    const old = this.model;
    this.#transport = transport;
    this.model = markRaw(model);
    model.on("command-finalized", this, () => this.#changed(model));
    const isFirst = this.#mounted === undefined;
    this.#mounted ??= this.#mount();
    await this.#mounted;
    // A workbook that comes while the first is being drawn takes its place; it is not drawn beside it.
    if (!isFirst) await this.#replace();
    old?.off("command-finalized", this);
    this.#changed(model);
  }

  /** Asks the host for something that may depend on what was typed last. */
  ask(message: FromPage): void {
    if (this.#transport) this.#transport.ask(message);
    else this.#send(message);
  }

  deliver(message: Revision): void {
    this.#transport?.deliver(message);
  }

  activate(sheetId: string): void {
    const { model } = this;
    if (!model || model.getters.tryGetSheet(sheetId) === undefined) return;
    const sheetIdFrom = model.getters.getActiveSheetId();
    if (sheetIdFrom !== sheetId)
      model.dispatch("ACTIVATE_SHEET", { sheetIdFrom, sheetIdTo: sheetId });
  }

  /** What the person has selected, 1-based. */
  place(): Place | null {
    if (!this.model) return null;
    const { getters } = this.model;
    const { top, bottom, left, right } = getters.getSelectedZone();
    return {
      sheetId: getters.getActiveSheetId(),
      row: top + 1,
      column: left + 1,
      rows: bottom - top + 1,
      columns: right - left + 1,
    };
  }

  focus(): void {
    document.querySelector<HTMLElement>(".o-grid .o-composer")?.focus();
  }

  /** Until it is drawn, the component on the page is that of the model before, and what is typed is lost with it. */
  #replace(): Promise<void> {
    return new Promise((done) => {
      this.#drawn?.();
      this.#drawn = done;
      this.#state.key += 1;
    });
  }

  async #mount(): Promise<void> {
    const view = this;
    class Page extends Component {
      static override template =
        xml`<Spreadsheet t-key="state.key" model="model" notifyUser="notifyUser" raiseError="raiseError" askConfirmation="askConfirmation"/>`;
      static components = { Spreadsheet };
      readonly state = useState(view.#state);
      notifyUser = ({ text }: { text: string }) => toast("", String(text), 6);
      raiseError = (text: string, done?: () => void) => {
        toast("", String(text), 8);
        done?.();
      };
      askConfirmation = (text: string, confirm: () => void, cancel?: () => void) => {
        // The component waits for one of both.
        if (window.confirm(String(text))) confirm();
        else cancel?.();
      };
      get model(): Model | undefined {
        return view.model;
      }
      override setup(): void {
        view.#state = this.state;
        onPatched(() => view.#drawn?.());
      }
    }
    const templates = await (await fetch("/o_spreadsheet.xml")).text();
    const target = document.getElementById("sheet");
    if (!target) return;
    await mount(Page, target, { templates, dev: false });
  }
}

type View = ReturnType<typeof viewOf>;

function viewOf({ getters }: Model) {
  return {
    sheet: getters.getActiveSheetId(),
    name: getters.getActiveSheet().name,
    selection: getters.getSelectedZone(),
    scroll: getters.getActiveSheetScrollInfo(),
  };
}

function restore(model: Model, view: View | undefined, activeSheet: string | null): void {
  const { getters } = model;
  const all = getters.getSheetIds();
  const wanted =
    view &&
    (all.includes(view.sheet)
      ? view.sheet
      : all.find((id) => getters.getSheetName(id) === view.name));
  const sheetId = wanted ?? activeSheet;
  const sheetIdFrom = getters.getActiveSheetId();
  if (sheetId !== null && sheetId !== undefined && sheetId !== sheetIdFrom)
    model.dispatch("ACTIVATE_SHEET", { sheetIdFrom, sheetIdTo: sheetId });
  if (!view || wanted === undefined) return;
  const { right, bottom } = getters.getSheetZone(wanted);
  const { left, top } = view.selection;
  if (left > right || top > bottom) return;
  const zone = {
    left,
    top,
    right: Math.min(right, view.selection.right),
    bottom: Math.min(bottom, view.selection.bottom),
  };
  model.selection.selectZone({ cell: { col: left, row: top }, zone }, { scrollIntoView: false });
  model.dispatch("SET_VIEWPORT_OFFSET", {
    offsetX: view.scroll.scrollX,
    offsetY: view.scroll.scrollY,
  });
}
