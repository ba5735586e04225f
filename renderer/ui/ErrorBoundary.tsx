// Keeps a failing view from taking the window with it. What was saved is in the store; the view can be drawn again.
import { Component, type ReactNode } from 'react';
import { ErrorNotice } from './ErrorNotice.tsx';

interface Props {
  readonly title: string;
  readonly message: string;
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <ErrorNotice title={this.props.title} message={this.props.message} onRetry={() => this.setState({ failed: false })} />;
  }
}
