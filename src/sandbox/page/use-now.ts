import { useEffect, useState } from "preact/hooks";

const stepMs = 30_000;

/** Seconds since 1970, renewed every half minute. */
export function useNow(): number {
  const [now, setNow] = useState(() => Math.floor(Date.now() / 1000));
  useEffect(() => {
    const timer = setInterval(() => setNow(Math.floor(Date.now() / 1000)), stepMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
