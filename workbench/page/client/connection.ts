import type { FromPage, ToPage } from "../protocol.ts";

const RETRY_MS = 1000;

/** The line to the host; it comes back by itself when the server does. */
export type Connection = {
  send(message: FromPage): void;
};

export function connect(hooks: { receive(message: ToPage): void; lost(): void }): Connection {
  let socket: WebSocket | undefined;
  const open = (): void => {
    socket = new WebSocket(`ws://${location.host}/`);
    socket.addEventListener("open", () => send({ type: "hello" }));
    socket.addEventListener("message", (event) =>
      hooks.receive(JSON.parse(String(event.data)) as ToPage),
    );
    socket.addEventListener("close", () => {
      hooks.lost();
      setTimeout(open, RETRY_MS);
    });
  };
  const send = (message: FromPage): void => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  };
  open();
  return { send };
}
