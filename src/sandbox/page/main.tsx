import { render } from "preact";
import { App } from "./app.tsx";

const root = document.querySelector("#root");
if (root !== null) {
  render(<App address={`${location.origin.replace(/^http/, "ws")}/page`} />, root);
}
