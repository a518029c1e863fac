/** Caches the last loaded value until a caller asks for another version. A failed load is not cached. */
export function keepVersion<Value>() {
  let kept: {version: string; value: Promise<Value>} | undefined
  return (version: string, load: () => Promise<Value>): Promise<Value> => {
    if (kept?.version === version) return kept.value
    const value = load()
    kept = {version, value}
    value.catch(() => {
      if (kept?.value === value) kept = undefined
    })
    return value
  }
}
