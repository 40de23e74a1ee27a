import type { JSX, TargetedKeyboardEvent } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { SendIcon } from "../icons.tsx";
import { optionId } from "../option-list.tsx";
import type { Proposals } from "../state.ts";
import {
  commandDraft,
  draftText,
  emptyDraft,
  fieldChosen,
  fieldTyped,
  fileChosen,
  optionAdded,
  optionRemoved,
  textTyped,
} from "./draft.ts";
import type { CommandDraft, Draft } from "./draft.ts";
import type { CommandEntry } from "./entries.ts";
import { FieldPills } from "./field-pills.tsx";
import { SamplesMenu } from "./samples-menu.tsx";
import { SuggestionPanel } from "./suggestion-panel.tsx";
import { rowCount, suggestionsFor } from "./suggestions.ts";
import { uploadFile } from "./upload-file.ts";
import { exactChoice, fileOption, filledOptions, hasAutocomplete, takesFile } from "./values.ts";
import type { Directory, FieldProblems } from "./values.ts";
import type { FilledOption } from "../../page-protocol.ts";

interface ComposerProps {
  readonly entries: readonly CommandEntry[];
  readonly directory: Directory;
  readonly proposals: Proposals | null;
  /** Both return whether it could be sent. */
  readonly onCommand: (entry: CommandEntry, options: readonly FilledOption[]) => boolean;
  readonly onSay: (text: string) => boolean;
  /** Posts a message without words. */
  readonly onSample: (sample: "picture" | "preview") => void;
  readonly onAutocomplete: (draft: CommandDraft, focused: string) => void;
  readonly onProposalsClosed: () => void;
}

const listId = "suggestions";
/** What Nitro lets people write. */
const longestMessage = 4_000;
const debounceMs = 180;
const notConnected = "Not connected: nothing was sent.";

/** Where messages and commands are typed. All of it can be done with the keyboard alone. */
export function Composer(props: ComposerProps): JSX.Element {
  const { entries, directory, proposals, onCommand, onSay, onSample, onAutocomplete, onProposalsClosed } = props;
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [active, setActive] = useState(0);
  const [listClosed, setListClosed] = useState(false);
  const [problems, setProblems] = useState<FieldProblems>({});
  const [notice, setNotice] = useState("");
  const sent = useRef<Draft>(emptyDraft);
  const frame = useRef<HTMLDivElement>(null);
  const started = useRef(false);
  /** What the bot was last asked to complete: proposals for anything else are out of date. */
  const asked = useRef("");

  const focused = draft.mode === "command" ? draft.focused : null;
  const field = draft.mode === "command" ? draft.fields.find(({ name }) => name === focused) : undefined;
  const option = draft.mode === "command" ? draft.entry.options.find(({ name }) => name === focused) : undefined;
  const suggestions = suggestionsFor(draft, entries, directory, proposals);
  const listed = !listClosed && rowCount(suggestions) > 0;
  const activeId = listed ? optionId(listId, active) : undefined;

  const change = (next: Draft): void => {
    setDraft(next);
    setActive(0);
    setListClosed(false);
    setProblems({});
    setNotice("");
  };

  useLayoutEffect(() => {
    const wanted = focused === null ? '[data-role="home"]' : `[data-field="${focused}"]`;
    const element = frame.current?.querySelector<HTMLElement>(wanted);
    // On arrival a phone would open its keyboard over the page.
    if ((started.current || matchMedia("(pointer: fine)").matches) && element !== document.activeElement) {
      element?.focus();
    }
    started.current = true;
  }, [draft.mode, focused]);

  const asking = field !== undefined && field.choice === null && option !== undefined && hasAutocomplete(option);
  const typed = field?.text ?? "";
  useEffect(() => {
    onProposalsClosed();
  }, [focused, asking]);
  useEffect(() => {
    if (draft.mode !== "command" || focused === null || !asking) {
      return undefined;
    }
    const timer = setTimeout(() => {
      asked.current = typed;
      onAutocomplete(draft, focused);
    }, debounceMs);
    return () => clearTimeout(timer);
  }, [focused, typed, asking]);

  const finished = (wasSent: boolean): void => {
    if (wasSent) {
      sent.current = draft;
      change(emptyDraft);
    } else {
      setNotice(notConnected);
    }
  };
  const submit = (command: CommandDraft): void => {
    const filled = filledOptions(command, directory);
    if (filled.ok) {
      finished(onCommand(command.entry, filled.options));
      return;
    }
    setProblems(filled.problems);
    const [first] = Object.keys(filled.problems);
    if (first !== undefined) {
      setDraft(
        command.fields.some(({ name }) => name === first)
          ? { ...command, focused: first }
          : optionAdded(command, first),
      );
    }
  };
  const pick = (index: number): void => {
    if (suggestions.type === "commands") {
      const entry = suggestions.entries[index];
      if (entry !== undefined) {
        change(commandDraft(entry, ""));
      }
    } else if (suggestions.type === "choices" && draft.mode === "command") {
      const choice = suggestions.choices[index];
      if (choice !== undefined) {
        change(fieldChosen(draft, suggestions.option.name, choice));
      }
    }
  };
  const takeFile = async (command: CommandDraft, name: string, file: File): Promise<void> => {
    change(optionAdded(command, name));
    setNotice(`Uploading ${file.name}…`);
    const uploaded = await uploadFile(file);
    setNotice("");
    if (uploaded.ok) {
      setDraft((now) => fileChosen(now, command.entry, name, { name: file.name, value: uploaded.id }));
    } else {
      setProblems({ [name]: uploaded.problem });
    }
  };
  const enterText = (value: string): void => {
    if (suggestions.type !== "commands") {
      const content = value.trim();
      if (content.length > longestMessage) {
        setNotice(`A message has ${longestMessage} characters at most; this has ${content.length}.`);
      } else if (content !== "") {
        finished(onSay(content));
      }
      return;
    }
    const entry = suggestions.entries[listed ? active : 0];
    if (entry === undefined) {
      setNotice(`There is no command ${value.split(/\s/)[0] ?? value}.`);
    } else if (value.trim().toLowerCase() === `/${entry.label}` && !entry.options.some(({ required }) => required)) {
      sent.current = draft;
      submit(commandDraft(entry, ""));
    } else {
      change(commandDraft(entry, ""));
    }
  };
  const enterCommand = (command: CommandDraft): void => {
    const current = option === undefined || !hasAutocomplete(option) || asked.current === typed;
    const offered =
      suggestions.type === "choices" && listed && suggestions.status === "ready" && current ? suggestions.choices : [];
    // What was typed may be among what is offered, but whoever went on to another means that one.
    const settled = offered.length === 0 || (active === 0 && exactChoice(offered, typed) !== undefined);
    if (settled) {
      submit(command);
    } else {
      pick(active);
    }
  };
  const leave = (): void => {
    if (listed) {
      setListClosed(true);
    } else if (draft.mode === "command" || draft.text !== "") {
      change({ mode: "text", text: "" });
    }
  };
  const backspace = (command: CommandDraft): void => {
    const removed = focused === null ? command : optionRemoved(command, focused);
    change(removed === command ? { mode: "text", text: `/${command.entry.label}` } : removed);
  };

  const key = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    if (event.isComposing) {
      return;
    }
    // There, the key opens the browser's own choice of files.
    const asksForFile =
      draft.mode === "command" && focused !== null && takesFile(draft, focused) && field?.choice === null;
    const inField = event.target instanceof HTMLElement && event.target.closest('[data-role="extra"]') === null;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const act = (action: () => void): void => {
      event.preventDefault();
      action();
    };
    if (step !== 0 && listed) {
      act(() => setActive((active + step + rowCount(suggestions)) % rowCount(suggestions)));
    } else if (event.key === "ArrowUp" && draft.mode === "text" && draft.text === "" && sent.current !== emptyDraft) {
      act(() => change(sent.current));
    } else if (event.key === "Tab" && !event.shiftKey && listed && inField) {
      act(() => pick(active));
    } else if (event.key === "Enter" && !event.shiftKey && inField && !asksForFile) {
      act(() => (draft.mode === "text" ? enterText(draft.text) : enterCommand(draft)));
    } else if (event.key === "Escape") {
      act(leave);
    } else if (event.key === "Backspace" && draft.mode === "command" && typed === "" && inField) {
      act(() => backspace(draft));
    }
  };

  return (
    <div
      class="composer"
      ref={frame}
      onKeyDown={key}
      onDrop={(event) => {
        const file = event.dataTransfer?.files[0];
        const name = draft.mode === "command" ? fileOption(draft) : null;
        if (draft.mode === "command" && name !== null && file !== undefined) {
          event.preventDefault();
          void takeFile(draft, name, file);
        }
      }}
    >
      <SuggestionPanel
        listId={listId}
        suggestions={suggestions}
        closed={listClosed}
        active={active}
        draft={draft}
        problem={focused === null ? undefined : problems[focused]}
        notice={notice}
        onPick={pick}
        onActivate={setActive}
      />
      <div class="composer-line">
        {draft.mode === "text" && <SamplesMenu onSample={onSample} />}
        {draft.mode === "text" ? (
          <textarea
            class="composer-text"
            data-role="home"
            rows={1}
            value={draft.text}
            placeholder="Type / to see what the bot can do"
            aria-label="Message or command"
            aria-autocomplete="list"
            aria-controls={listed ? listId : undefined}
            aria-activedescendant={activeId}
            autoComplete="off"
            spellcheck={false}
            onInput={(event) => change(textTyped(entries, event.currentTarget.value))}
          />
        ) : (
          <FieldPills
            draft={draft}
            problems={problems}
            listId={listed ? listId : undefined}
            activeId={activeId}
            onTyped={(name, value) => change(fieldTyped(draft, name, value))}
            onFile={(name, file) => void takeFile(draft, name, file)}
            onFocused={(name) => {
              if (name !== focused) {
                setActive(0);
                setListClosed(false);
                setDraft({ ...draft, focused: name });
              }
            }}
            onAdded={(name) => change(optionAdded(draft, name))}
          />
        )}
        <button
          type="button"
          class="icon-button send"
          data-role="extra"
          aria-label={`Send${draft.mode === "command" ? ` ${draftText(draft)}` : ""}`}
          onClick={() => (draft.mode === "text" ? enterText(draft.text) : submit(draft))}
        >
          <SendIcon />
        </button>
      </div>
    </div>
  );
}
