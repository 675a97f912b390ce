/** A provider through which staff may sign in. */
export class ProviderResponse {
  /** What to call it. */
  name: string;

  /** Where a sign-in through it begins, as a link that the browser follows. */
  path: string;
}

/** All of them. */
export class ProvidersResponse {
  items: ProviderResponse[];
}
