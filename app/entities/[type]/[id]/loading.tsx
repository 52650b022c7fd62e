/** The page's own proportions, so that nothing jumps when it arrives. */
export default function Loading() {
  return (
    <div className="flex h-dvh flex-col" role="status" aria-label="Loading">
      <div className="h-12 flex-none border-line border-b bg-surface" />
      <div className="h-10 flex-none border-line border-b bg-surface" />
      <div className="entity-panes min-h-0 flex-1">
        <div className="pane-events hidden bg-surface md:block" />
        <div className="pane-state flex flex-col gap-3 bg-surface p-4">
          {[40, 64, 52, 70, 46].map((width) => (
            <div key={width} className="h-3 rounded-sm bg-sunken" style={{ width: `${width}%` }} />
          ))}
        </div>
        <div className="pane-event hidden bg-surface md:block" />
      </div>
      <div className="h-40 flex-none border-line-2 border-t bg-surface" />
    </div>
  );
}
