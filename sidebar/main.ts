import { startFrame } from "./frame.ts";
import { panels } from "./panels/catalog.ts";
import { connect } from "./server.ts";

const root = document.getElementById("frame");
if (root) startFrame(root, panels, connect());
