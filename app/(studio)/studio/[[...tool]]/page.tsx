import {config} from '#lib/server/config.ts'
import {StudioApp} from './studio-app.tsx'

// Rendered at each request: the lake's port may differ between build and start.
export const dynamic = 'force-dynamic'

export default function StudioPage() {
  const {projectId, dataset, lakeUrl} = config
  return <StudioApp projectId={projectId} dataset={dataset} lakeUrl={lakeUrl} />
}
