import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Play } from "./play-state.ts";

interface ConversationPanelProps {
  readonly play: Play;
  readonly onStop: () => void;
  readonly onClose: () => void;
}

/** A conversation from a file: each step that was played, and what came back. */
export function ConversationPanel({ play, onStop, onClose }: ConversationPanelProps): JSX.Element {
  const { name, status, problem, steps } = play;
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    list.current?.lastElementChild?.scrollIntoView({ block: "nearest" });
  }, [steps.length]);
  return (
    <section class="conversation" aria-label="Conversation from a file">
      <header class="conversation-head">
        <h3>
          {name} <small role="status">{progress(play)}</small>
        </h3>
        {status === "playing" ? (
          <button type="button" class="button button-secondary" onClick={onStop}>
            Stop
          </button>
        ) : (
          <button type="button" class="icon-button" aria-label="Close the conversation" onClick={onClose}>
            ✕
          </button>
        )}
      </header>
      {problem !== null && (
        <p class="conversation-problem" role="alert">
          {problem}
        </p>
      )}
      {steps.length > 0 && (
        <ol ref={list} class="conversation-steps" tabIndex={0} aria-label="Steps">
          {steps.map((step) => (
            <li key={step.number} class={step.ok ? "conversation-step" : "conversation-step conversation-wrong"}>
              <strong>
                {step.number}. {step.deed}
              </strong>
              <span class="conversation-came">
                {step.ok ? "" : "✗ "}
                {step.came}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function progress({ status, problem, steps }: Play): string {
  const last = steps.at(-1);
  if (last === undefined) {
    return problem === null && status === "playing" ? "playing…" : "not played";
  }
  const failed = steps.filter(({ ok }) => !ok).length;
  const so = `${last.number} of ${last.count} steps`;
  return failed === 0 ? so : `${so}, ${failed} failed`;
}
