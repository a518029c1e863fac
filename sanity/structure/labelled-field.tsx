import {Stack, Text} from '@sanity/ui'
import type {PropsWithChildren} from 'react'

/** An input of our own forms, with its label. `id` is that of the input. */
export function LabelledField({label, id, children}: PropsWithChildren<{label: string; id: string}>) {
  return (
    <Stack gap={3}>
      <Text as="label" htmlFor={id} size={1} weight="medium">
        {label}
      </Text>
      {children}
    </Stack>
  )
}
