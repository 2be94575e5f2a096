import '../contract/parse-without-eval'
import { setNonce } from 'get-nonce'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { connect } from './bridge'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'

// Radix's scroll lock adds a style sheet; the CSP lets it in by this value.
const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content')
if (nonce !== null && nonce !== undefined) setNonce(nonce)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App connecting={connect(window)} />
  </StrictMode>,
)
