import { join } from "node:path";
import { config } from "dotenv";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings as an operator wrote them: what the environment holds, and for keys it lacks what `folder`'s `.env`
 * holds. The working directory does not matter, so that a supervisor may start the program from anywhere.
 */
export function withEnvFile(environment: Environment, folder: string): Environment {
  const file: Record<string, string> = {};
  config({ path: join(folder, ".env"), processEnv: file, quiet: true });
  return { ...file, ...environment };
}
