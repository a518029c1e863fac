/** Keeps the last thing that was loaded for as long as its version is the one asked for; a failure isn't kept. */
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
