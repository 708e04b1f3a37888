import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer as createHttp } from "node:http";
import { createServer as createHttps } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";

export type PushedFile = { readonly name: string; readonly type: string; readonly source: string };

const HOSTS = ["script.googleapis.com", "oauth2.googleapis.com", "www.googleapis.com"];

function openssl(folder: string, ...args: string[]): void {
  execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
}

/** A certificate for the service's names, signed by an authority made on the spot. */
function certificate(folder: string): { key: string; cert: string } {
  const names = HOSTS.map((host) => `DNS:${host}`).join(",");
  writeFileSync(join(folder, "san.cnf"), `subjectAltName=${names}\n`);
  openssl(
    folder,
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-days",
    "2",
    "-subj",
    "/CN=Test authority",
    "-keyout",
    "ca.key",
    "-out",
    "ca.pem",
  );
  openssl(
    folder,
    "req",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-subj",
    "/CN=script.googleapis.com",
    "-keyout",
    "server.key",
    "-out",
    "server.csr",
  );
  openssl(
    folder,
    "x509",
    "-req",
    "-in",
    "server.csr",
    "-CA",
    "ca.pem",
    "-CAkey",
    "ca.key",
    "-CAcreateserial",
    "-days",
    "2",
    "-extfile",
    "san.cnf",
    "-out",
    "server.pem",
  );
  return {
    key: readFileSync(join(folder, "server.key"), "utf8"),
    cert: readFileSync(join(folder, "server.pem"), "utf8"),
  };
}

/** The Apps Script service on loopback: it keeps what is pushed. A proxy leads the client's calls to it. */
export async function startScriptService(folder: string) {
  let files: PushedFile[] = [];
  const requests: string[] = [];
  const service = createHttps(certificate(folder), (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      requests.push(`${request.method} ${request.url?.split("?")[0]}`);
      if (request.method === "PUT") files = JSON.parse(Buffer.concat(chunks).toString()).files;
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ scriptId: "test", files }));
    });
  });
  await new Promise<void>((done) => service.listen(0, "127.0.0.1", done));
  const port = (service.address() as AddressInfo).port;
  const proxy = createHttp();
  proxy.on("connect", (_request, client) => {
    const server = connect(port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      server.pipe(client).pipe(server);
    });
    for (const socket of [server, client]) socket.on("error", () => socket.destroy());
  });
  await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
  return {
    proxyUrl: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    authority: join(folder, "ca.pem"),
    requests,
    files: () => files,
    stop: () => {
      proxy.closeAllConnections();
      service.closeAllConnections();
      proxy.close();
      service.close();
    },
  };
}
