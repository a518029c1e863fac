import {type RefObject, useEffect, useRef} from 'react'

/** Focuses the first field of a dialog. */
export function useInitialFocus<T extends HTMLElement>(): RefObject<T | null> {
  const field = useRef<T>(null)
  // The dialog focuses its close button in an effect that runs after this one.
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  return field
}
