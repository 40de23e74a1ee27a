import type { ComponentChildren, JSX, TargetedKeyboardEvent } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** Something to pick from a menu; `checked` where it can be on or off, alone or as one of several. */
export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly description?: string;
  /** In small letters at the end of the line. */
  readonly aside?: string;
  readonly check?: { readonly kind: "one" | "any"; readonly on: boolean };
  readonly act: () => void;
}

interface MenuProps {
  /** For those who do not see the button. */
  readonly label: string;
  /** Where the list opens. */
  readonly side: "up" | "down" | "left";
  readonly items: readonly MenuItem[];
  readonly open: boolean;
  readonly buttonClass?: string;
  readonly onOpen: (open: boolean) => void;
  /** What the button shows. */
  readonly children: ComponentChildren;
}

/** A button that opens a menu. Arrow keys go through it; Escape closes it and gives the keyboard back. */
export function Menu(props: MenuProps): JSX.Element {
  const { label, side, items, open, buttonClass = "icon-button", onOpen, children } = props;
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (open) {
      menu.current?.querySelector("button")?.focus();
      menu.current?.scrollIntoView({ block: "nearest" });
    }
  }, [open]);

  const close = (): void => {
    onOpen(false);
    button.current?.focus();
  };
  const key = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    const found = [...(menu.current?.querySelectorAll("button") ?? [])];
    const at = found.findIndex((item) => item === document.activeElement);
    const to = destination(event.key, at, found.length);
    if (to !== null) {
      event.preventDefault();
      found[to]?.focus();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      close();
    } else if (event.key === "Tab") {
      onOpen(false);
    }
  };

  return (
    <div
      class="menu-holder"
      onKeyDown={open ? key : undefined}
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) {
          onOpen(false);
        }
      }}
    >
      <button
        ref={button}
        type="button"
        class={buttonClass}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => onOpen(!open)}
      >
        {children}
      </button>
      {open && (
        <div ref={menu} class={`menu menu-${side}`} role="menu" aria-label={label}>
          {items.map((item) => (
            <Item key={item.key} item={item} onDone={close} />
          ))}
        </div>
      )}
    </div>
  );
}

function Item({ item, onDone }: { readonly item: MenuItem; readonly onDone: () => void }): JSX.Element {
  const { label, description, aside, check, act } = item;
  const role = check === undefined ? "menuitem" : check.kind === "one" ? "menuitemradio" : "menuitemcheckbox";
  return (
    <button
      type="button"
      role={role}
      aria-checked={check?.on}
      tabIndex={-1}
      onClick={() => {
        onDone();
        act();
      }}
    >
      {check !== undefined && (
        <span class="menu-mark" aria-hidden="true">
          {check.on ? "✓" : ""}
        </span>
      )}
      <span class="menu-words">
        {label}
        {description !== undefined && <small>{description}</small>}
      </span>
      {aside !== undefined && <small>{aside}</small>}
    </button>
  );
}

function destination(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowUp":
      return (at - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
