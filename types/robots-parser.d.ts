/** The package's own types call its one function a property of itself. */
declare module "robots-parser" {
  /** The rules of a robots.txt for the origin of `url`. */
  interface Robots {
    /** Undefined where `url` is of another origin. */
    isAllowed(url: string, product: string): boolean | undefined;
    /** In seconds. */
    getCrawlDelay(product: string): number | undefined;
  }
  export default function robotsParser(url: string, text: string): Robots;
}
