/** In place of what is still being read; seen only where that takes a moment. */
export function Reading({ text, detail }: { text: string; detail?: string }) {
  return (
    <div className="reading" role="status">
      <span className="reading-bar" aria-hidden />
      <p>{text}</p>
      {detail === undefined ? null : <p className="muted">{detail}</p>}
    </div>
  );
}
