import {Card, Heading, Stack} from '@sanity/ui'
import {type PropsWithChildren, useId} from 'react'

export function HomeSection({title, children}: PropsWithChildren<{title: string}>) {
  const id = useId()
  return (
    <Card as="section" aria-labelledby={id} border padding={4} radius={3}>
      <Stack gap={4}>
        <Heading as="h2" id={id} size={1}>
          {title}
        </Heading>
        {children}
      </Stack>
    </Card>
  )
}
