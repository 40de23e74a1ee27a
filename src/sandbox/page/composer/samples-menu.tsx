import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Menu } from "../menu.tsx";

type Sample = "picture" | "preview";

/** Posts messages without words, to try message commands on. */
export function SamplesMenu({ onSample }: { readonly onSample: (sample: Sample) => void }): JSX.Element {
  const [open, setOpen] = useState(false);
  const items = [
    { key: "picture", label: "A picture", description: "without words", act: () => onSample("picture") },
    { key: "preview", label: "A link’s preview", description: "without words", act: () => onSample("preview") },
  ];
  return (
    <div class="composer-more" data-role="extra">
      <Menu label="Post something else" side="up" items={items} open={open} onOpen={setOpen}>
        +
      </Menu>
    </div>
  );
}
