import type { JSX } from "preact";
import { componentType, shortStyle } from "./discord-types.ts";
import { ModalDialog } from "./modal-dialog.tsx";
import type { OpenModal } from "./state.ts";
import type { PageAccess } from "./use-page.ts";

/** The form the bot has opened, if any. */
export function BotForm({ page }: { readonly page: PageAccess }): JSX.Element | null {
  const { state, ask, dispatch } = page;
  const { modal, pending, failures } = state;
  return (
    modal && (
      <ModalDialog
        key={modal.modalId}
        open={modal}
        waiting={pending.some(({ origin }) => origin.type === "modal-submit")}
        problem={failures.find(({ origin }) => origin.type === "modal-submit")?.reason ?? null}
        onSubmit={(values) =>
          ask({ type: "modal-submit" }, (asking) => ({
            type: "modal-submit",
            ...asking,
            modalId: modal.modalId,
            values,
          }))
        }
        onClose={() => dispatch({ type: "modal-closed" })}
      />
    )
  );
}

interface ThreadFormProps {
  readonly page: PageAccess;
  readonly onClose: () => void;
}

/** Asks for a thread's name and starts it. */
export function ThreadForm({ page, onClose }: ThreadFormProps): JSX.Element {
  const { channelId } = page.state;
  return (
    <ModalDialog
      open={threadForm}
      waiting={false}
      problem={null}
      onSubmit={({ name = "" }) => {
        page.ask({ type: "deed", channelId, deed: "thread" }, (asking) => ({
          type: "start-thread",
          ...asking,
          channelId,
          name,
        }));
        onClose();
      }}
      onClose={onClose}
    />
  );
}

const threadForm: OpenModal = {
  modalId: "thread",
  modal: {
    custom_id: "thread",
    title: "Start a thread",
    components: [
      {
        type: componentType.row,
        components: [
          {
            type: componentType.textInput,
            custom_id: "name",
            style: shortStyle,
            label: "Name of the thread",
            max_length: 100,
            required: true,
          },
        ],
      },
    ],
  },
};
