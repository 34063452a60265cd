// Records what Go says about texts: a JSON string on each line of the standard input, an object on each of the output.
//
//	go run . < texts.jsonl | gzip -9n > ../values.jsonl.gz
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"net"
	"os"
	"strconv"

	netutils "k8s.io/utils/net"
)

// result has the form in which Rust's serde reads a Result.
type result map[string]any

type network struct {
	Network string `json:"network"`
	Ones    int    `json:"ones"`
	Bits    int    `json:"bits"`
	Size    int64  `json:"size"`
	IPv6    bool   `json:"ipv6"`
}

type answers struct {
	Text     string   `json:"text"`
	Bool     *bool    `json:"bool"`
	Int32    result   `json:"int32"`
	Atoi     result   `json:"atoi"`
	Quoted   string   `json:"quoted"`
	JSON     string   `json:"json"`
	Address  *string  `json:"address"`
	Network  *network `json:"network"`
	HostPort result   `json:"hostPort"`
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<24)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	written := json.NewEncoder(out)
	written.SetEscapeHTML(false)
	for in.Scan() {
		var text string
		if err := json.Unmarshal(in.Bytes(), &text); err != nil {
			panic(err)
		}
		if err := written.Encode(of(text)); err != nil {
			panic(err)
		}
	}
}

func of(text string) answers {
	quotedAsJSON, err := json.Marshal(text)
	if err != nil {
		panic(err)
	}
	found := answers{Text: text, Quoted: strconv.Quote(text), JSON: string(quotedAsJSON)}
	if value, err := strconv.ParseBool(text); err == nil {
		found.Bool = &value
	}
	if value, err := strconv.ParseInt(text, 0, 32); err != nil {
		var number *strconv.NumError
		errors.As(err, &number)
		found.Int32 = result{"Err": number.Err.Error()}
	} else {
		found.Int32 = result{"Ok": value}
	}
	if value, err := strconv.Atoi(text); err != nil {
		found.Atoi = result{"Err": err.Error()}
	} else {
		found.Atoi = result{"Ok": value}
	}
	if ip := netutils.ParseIPSloppy(text); ip != nil {
		printed := ip.String()
		found.Address = &printed
	}
	if _, parsed, err := netutils.ParseCIDRSloppy(text); err == nil {
		ones, bits := parsed.Mask.Size()
		found.Network = &network{parsed.String(), ones, bits, netutils.RangeSize(parsed), netutils.IsIPv6CIDR(parsed)}
	}
	if host, port, err := net.SplitHostPort(text); err != nil {
		var address *net.AddrError
		errors.As(err, &address)
		found.HostPort = result{"Err": address.Err}
	} else {
		found.HostPort = result{"Ok": []string{host, port}}
	}
	return found
}
