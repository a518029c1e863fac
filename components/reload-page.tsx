'use client' // Reloads the page from an effect. Rendered in draft mode only.

import {useEffect} from 'react'

/**
 * Next shows a not-found page until the address changes, also when a refresh has found the page. So the page
 * is loaded again. The effect runs only where this is shown, not where Next renders it beside a page.
 */
export function ReloadPage() {
  useEffect(() => location.reload(), [])
  return null
}
