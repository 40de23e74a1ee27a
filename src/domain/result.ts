/** Either a value or the reason there is none: errors are values, told apart by `ok`. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };
