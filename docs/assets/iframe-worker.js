// Search runs in a Worker, which browsers refuse to pages that are read from files. Such
// pages get one that runs its script in a hidden frame.
if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    constructor(script) {
      super()
      this.waiting = []
      const frame = document.createElement("iframe")
      frame.hidden = true
      frame.title = "search"
      const begin = () => {
        document.body.append(frame)
        this.inside = frame.contentWindow
        this.inside.postMessage = data => {
          this.dispatchEvent(new MessageEvent("message", { data }))
        }
        const element = frame.contentDocument.createElement("script")
        element.src = new URL(script, location.href).href
        element.onload = () => {
          this.loaded = true
          this.waiting.splice(0).forEach(data => this.deliver(data))
        }
        frame.contentDocument.body.append(element)
      }
      if (document.body) begin()
      else addEventListener("DOMContentLoaded", begin)
    }

    postMessage(data) {
      if (this.loaded) this.deliver(data)
      else this.waiting.push(data)
    }

    deliver(data) {
      this.inside.dispatchEvent(new this.inside.MessageEvent("message", { data }))
    }
  }
}
