/** Looks again and again until the condition holds, and says at the end what it was waiting for. */
export async function waitFor<T>(what: string, look: () => T | Promise<T>, within = 10_000): Promise<NonNullable<T>> {
  for (const end = Date.now() + within; ; ) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
