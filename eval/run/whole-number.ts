import { InvalidArgumentError } from "commander";

/** Reads an option. @throws InvalidArgumentError, which the command line says as a message */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError("Not a whole number above 0.");
  return number;
}
