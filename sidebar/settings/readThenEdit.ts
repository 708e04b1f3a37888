import { fill } from "../dom.ts";
import type { Panel, PanelContext } from "../panel.ts";
import { workLine } from "../parts/workLine.ts";
import type { Server } from "../server.ts";

/** How a panel of settings opens: it says what it reads, then shows what there is to edit. */
export function readThenEdit<State>(
  doing: string,
  read: (server: Server) => Promise<State>,
  edit: (root: HTMLElement, context: PanelContext, state: State) => void,
): Panel["show"] {
  return (root, context) => {
    const line = workLine();
    fill(root, line.node);
    void line.run({ doing, task: async () => edit(root, context, await read(context.server)) });
  };
}
